import * as z from 'zod/mini';
import { planMeetings } from '../shared/meetings/open-planning';
import { meetingProblemSchema } from '../shared/meetings/problem';

const orderSchema = z.strictObject({ problem: meetingProblemSchema, seed: z.number() });

/** A bundle of its own: one order in, one plan out. The page ends it when the person cancels. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { problem, seed } = z.parse(orderSchema, data);
  self.postMessage(planMeetings(problem, { seed }));
});
