import * as z from 'zod/mini';
import { type MeetingPlan, meetingPlanSchema } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';

/** Plans beside the page, so that the pane stays alive; undefined when it was cancelled. */
export type Planner = (problem: MeetingProblem, signal: AbortSignal) => Promise<MeetingPlan | undefined>;

/** The same problem gives the same plan, on whichever computer it is planned. */
const seed = 1;

export const planInWorker: Planner = (problem, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/panel/plan-worker.js');
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', () => {
      end();
      resolve(undefined);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      end();
      resolve(z.parse(meetingPlanSchema, data));
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(`The planner stopped: ${event.message}`));
    });
    worker.postMessage({ problem, seed });
  });
