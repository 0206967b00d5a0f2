import { document, indexed, person, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** How `about` begins where the draft is what somebody notes during a visit. */
export const visitNotes = 'visit-notes/';

/** What somebody is still writing. Readable by its owner alone. Its key is `draft-{owner}-{about}`. */
export const draft = defineRecord({
  name: 'draft',
  one: 'draft',
  many: 'drafts',
  site: 'confidential',
  list: 'Drafts',
  fields: {
    owner: indexed(person({ label: 'Whose draft' })),
    about: text({
      label: 'What it will become',
      help: 'The form and the record, e.g. review-outcome/review-7.',
      max: 200,
    }),
    body: document({ label: 'What was written' }),
  },
  keep: { days: 30, because: 'a draft is unfinished work; thirty days outlast a school holiday' },
  access: (by) => ({ create: by.is('owner'), read: by.is('owner'), update: by.is('owner'), remove: by.is('owner') }),
  titleOf: ({ about }) => about,
});

export type Draft = RecordOf<typeof draft>;
