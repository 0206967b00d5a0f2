import * as z from 'zod/mini';
import { inWorker, type WorkInWorker } from '../in-worker';
import { type TriadOrder, type TriadReply, triadReplySchema } from './triad-orders';

export type TriadWork = WorkInWorker<TriadOrder, TriadReply>;

export const triadsInWorker: TriadWork = inWorker({
  script: '/panel/triad-worker.js',
  parse: (data) => z.parse(triadReplySchema, data),
  isLast: ({ reply }) => !['first', 'better', 'looking'].includes(reply),
});
