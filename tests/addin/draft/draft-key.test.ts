import fc from 'fast-check';
import { draftKey } from '../../../addin/draft/draft-key';
import { keySchema } from '../../../shared/field';
import { ada } from '../../make';

test('a key of a draft is always a key that the API takes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (about) => {
      expect(keySchema.safeParse(draftKey(ada.id, about)).success).toBe(true);
    }),
  );
});

test('two long texts that differ at their end have two keys', () => {
  const long = `review-outcome/${'review-'.repeat(14)}`;
  expect(draftKey(ada.id, `${long}1`)).not.toBe(draftKey(ada.id, `${long}2`));
});

test('a short one can be read', () => {
  expect(draftKey('1f', 'review-outcome/review-7')).toBe('draft-1f-review-outcome.review-7');
});
