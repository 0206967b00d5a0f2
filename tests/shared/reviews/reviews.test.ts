import * as fc from 'fast-check';
import { fileName } from '../../../shared/documents/file-name';
import { withKept } from '../../../shared/kept-fields';
import { cancel, follow, type HasEvent, publish } from '../../../shared/meetings/publishing';
import { outlookStates } from '../../../shared/records/outlook-event';
import { review, reviewStages } from '../../../shared/records/review';
import { keptUntil } from '../../../shared/retention';
import { checkStage, isBefore } from '../../../shared/reviews/stage';
import { same } from '../../../shared/same';
import { validReview } from '../../make';

const event = fc.record<HasEvent>({
  wanted: fc.constantFrom('nothing', 'event'),
  generation: fc.nat(5),
  outlook: fc.constantFrom(...outlookStates),
  eventId: fc.option(fc.constant('event-1'), { nil: undefined }),
});

test('publishing twice is publishing once, and so is cancelling', () => {
  void fc.assert(
    fc.property(event, (one) => {
      expect(publish(publish(one))).toEqual(publish(one));
      expect(cancel(cancel(one))).toEqual(cancel(one));
    }),
  );
});

test('a generation never counts down, and counts up only when a cancelled or deleted event is made anew', () => {
  void fc.assert(
    fc.property(event, (one) => {
      const lost = one.outlook === 'changed in Outlook' && one.eventId === undefined;
      const anew = lost || (one.wanted === 'nothing' && one.outlook !== 'draft');
      expect(publish(one).generation - one.generation).toBe(anew ? 1 : 0);
      expect([cancel(one).generation, follow(one).generation]).toEqual([one.generation, one.generation]);
    }),
  );
});

test('what was never wanted in Outlook is never brought there by a change', () => {
  void fc.assert(fc.property(event, (one) => expect(follow(one).wanted).toBe(one.wanted)));
});

test('nobody steps over the answer of the host by hand', () => {
  for (const before of reviewStages)
    for (const after of reviewStages) {
      const crosses = isBefore(before, 'confirmed by host') !== isBefore(after, 'confirmed by host');
      const feedsBack = before !== after && (before === 'fed back' || after === 'fed back');
      expect([before, after, checkStage(before, after).ok]).toEqual([before, after, !crosses && !feedsBack]);
    }
});

test('a file name is one that every system takes, whatever it is made of', () => {
  void fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), (parts) => {
      const name = fileName(parts, 'docx');
      expect(name).toMatch(/^[^"*:<>?/\\|#%\u0000-\u001f.~\s][^"*:<>?/\\|#%\u0000-\u001f]*\.docx$/);
      expect([...name].length).toBeLessThanOrEqual(105);
    }),
  );
});

test.each([
  [{ days: 30, because: '' }, '2026-11-23T08:00:00Z', '2026-12-23'],
  [{ years: 3, because: '' }, '2024-02-29T23:59:59Z', '2027-03-01'],
])('%j from %s is kept until %s', (keep, at, until) => {
  expect(keptUntil(keep, at)).toBe(until);
});

test('two values are the same when they say the same', () => {
  expect(same({ a: 1, b: undefined, c: [{ d: 'x' }] }, { c: [{ d: 'x' }], a: 1 })).toBe(true);
  expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect([same([], {}), same(null, {}), same('1', 1), same([1], [1, undefined])]).toEqual([false, false, false, false]);
});

test('kept fields come from what is stored, whether they were left out or sent back', () => {
  const { wanted, generation, outlook, ...typed } = validReview;
  const kept = { wanted, generation, outlook };
  expect(withKept(review, typed, kept)).toMatchObject({ ok: true, value: validReview });
  expect(withKept(review, validReview, kept)).toMatchObject({ ok: true, value: validReview });
  expect(withKept(review, { ...typed, generation: 9 }, kept)).toMatchObject({
    ok: false,
    problem: { fields: [{ path: 'generation' }] },
  });
});
