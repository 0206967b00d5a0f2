import { InvocationContext } from '@azure/functions';
import { hintQueue, hintQueueOf } from '../../functions/hint-queue';

test('all hints of one invocation go on the queue, and the same one once', () => {
  const context = new InvocationContext();
  const queue = hintQueueOf(context);
  queue.reconcile('meetings@trust.example');
  queue.reconcile('reviews@trust.example');
  queue.look({ mailbox: 'meetings@trust.example', at: '2026-11-23T12:00:00.000Z' });
  queue.reconcile('meetings@trust.example');
  expect(context.extraOutputs.get(hintQueue)).toEqual([
    { mailbox: 'meetings@trust.example' },
    { mailbox: 'reviews@trust.example' },
    { mailbox: 'meetings@trust.example', at: '2026-11-23T12:00:00.000Z' },
  ]);
});

test('who hints at nothing sets no output', () => {
  const context = new InvocationContext();
  hintQueueOf(context);
  expect(context.extraOutputs.get(hintQueue)).toBeUndefined();
});
