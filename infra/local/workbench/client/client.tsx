import './page-clock';
import './workbench.css';
import { createRoot } from 'react-dom/client';
import { Workbench } from './shell/workbench';

const home = document.getElementById('workbench');
if (home === null) throw new Error('The page has no place for the workbench.');
createRoot(home).render(<Workbench />);
