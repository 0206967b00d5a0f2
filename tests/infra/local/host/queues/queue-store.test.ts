import { setTimeout as wait } from 'node:timers/promises';
import { openQueue } from '../../../../../infra/local/host/queues/queue-store';
import { newFolder } from '../spawn-host';

test('a taken message is hidden until its lease has run out, and is then counted again', async () => {
  const queue = openQueue(newFolder(), 'work');
  queue.put('one');
  expect(queue.take(40)).toMatchObject({ text: 'one', dequeueCount: 1 });
  expect(queue.take(40)).toBeUndefined();
  await wait(60);
  expect(queue.take(40)).toMatchObject({ text: 'one', dequeueCount: 2 });
});

test('whoever has lost his lease can neither remove nor hide the message', async () => {
  const queue = openQueue(newFolder(), 'work');
  queue.put('one');
  const first = queue.take(10);
  await wait(20);
  const second = queue.take(1000);
  if (first === undefined || second === undefined) throw new Error('Nothing to take.');
  expect(queue.remove(first)).toBe(false);
  expect(queue.hide(first, 1)).toBeUndefined();
  expect(queue.remove(second)).toBe(true);
  expect(queue.messages()).toEqual([]);
});

test('messages are on disk before they are acknowledged', () => {
  const folder = newFolder();
  openQueue(folder, 'work').put('kept');
  expect(openQueue(folder, 'work').messages()).toMatchObject([{ text: 'kept', dequeueCount: 0 }]);
});

test('a message over 64 KB is refused, and one of 64 KB is not', () => {
  const queue = openQueue(newFolder(), 'work');
  expect(() => queue.put('x'.repeat(64 * 1024 + 1))).toThrow('over 64 KB');
  expect(queue.put('x'.repeat(64 * 1024)).text).toHaveLength(64 * 1024);
});
