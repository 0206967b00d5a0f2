import { openClock } from '../../moved-clock';
import { pageSetting } from '../page-setting';

/** The clock of this page; opened before anything asks for the date. */
export const pageClock = openClock(pageSetting());
