import type { OutputOf, requests } from '../../../shared/requests';
import { britishDate } from '../../../shared/time/british-date';
import type { IconName } from '../../parts/icons';
import type { Route } from '../../router';

export type WaitingItem = OutputOf<typeof requests.waiting>['items'][number];

interface WaitingLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly icon: IconName;
  readonly target: Route;
}

/** What the person is asked to do, in a verb. */
const asks: Readonly<Record<WaitingItem['what'], { readonly words: string; readonly icon: IconName }>> = {
  'log outcome': { words: 'Log the outcome', icon: 'clipboard' },
  'answer outcome': { words: 'Read the findings and say whether they are accurate', icon: 'done' },
  'revise outcome': { words: 'The host says not accurate: revise the findings', icon: 'edit' },
  'agree scope': { words: 'Choose the focus and sign the scope', icon: 'edit' },
  'share data': { words: 'Share your data with your reviewers', icon: 'document' },
  'hold workshop': { words: 'Hold the improvement workshop', icon: 'people' },
  'follow up review': { words: 'Look how far the actions have come', icon: 'target' },
  'review impact': { words: 'Review what has changed for pupils', icon: 'target' },
  'follow up action': { words: 'Follow up this action', icon: 'target' },
  'finish draft': { words: 'Finish what you began to write', icon: 'edit' },
  'finish outcome': { words: 'Go on with the draft of the outcome', icon: 'edit' },
  'late stage': { words: 'Late, and everybody was asked: lend a hand or another day', icon: 'warning' },
  'replace person': { words: 'Somebody has left: say who takes over', icon: 'people' },
  'take register': { words: 'Take the register', icon: 'done' },
  'nobody accepted': { words: 'Asked in turn; a call may help', icon: 'people' },
  'members changed': { words: 'Offer them the coming meetings, or take them out', icon: 'people' },
  'meeting failed': { words: 'Outlook refused this: see why', icon: 'warning' },
  'changed in Outlook': { words: 'Changed in Outlook: take it over or put it back', icon: 'warning' },
};

/** What a draft will become. */
const drafts: Readonly<Record<string, string>> = {
  'review-scope': 'Self-review and scope of a peer review',
  'review-impact': 'Impact review of a peer review',
  'review-answer': 'Your answer to the findings of a peer review',
  'meeting-notes': 'Notes of a network meeting',
};

/** What did not go as planned, apart from what is only to be done. */
const exceptions: readonly WaitingItem['what'][] = [
  'meeting failed',
  'changed in Outlook',
  'nobody accepted',
  'members changed',
  'late stage',
  'replace person',
];

export function isException({ what }: WaitingItem): boolean {
  return exceptions.includes(what);
}

export function toWaitingLine(item: WaitingItem): WaitingLine {
  const { words, icon } = asks[item.what];
  const [form = '', about = ''] = item.what === 'finish draft' ? item.title.split('/') : [];
  return {
    key: `${item.what} ${item.kind} ${item.key} ${item.on ?? ''}`,
    title: drafts[form] ?? item.title,
    detail: detailOf(words, item),
    icon,
    target: form in drafts ? targetOfDraft(form, about) : targetOfWaiting(item),
  };
}

/** The date, unless the title says it already. */
function detailOf(words: string, { on, title }: WaitingItem): string {
  return on === undefined || title.includes(britishDate(on)) ? words : `${words} · ${britishDate(on)}`;
}

function targetOfDraft(form: string, key: string): Route {
  if (form === 'meeting-notes') return { screen: 'notes', given: { key } };
  return { screen: form === 'review-answer' ? 'answerOutcome' : 'review', given: { key } };
}

function targetOfWaiting({ what, kind, key }: WaitingItem): Route {
  if (what === 'log outcome' || what === 'revise outcome' || what === 'finish outcome')
    return { screen: 'logOutcome', given: { key } };
  if (what === 'answer outcome') return { screen: 'answerOutcome', given: { key } };
  if (what === 'take register') return { screen: 'register', given: { key } };
  if (what === 'members changed') return { screen: 'memberships', given: {} };
  if (what === 'replace person') return { screen: 'changeRecord', given: { kind, key } };
  if (kind === 'review' || kind === 'meeting') return { screen: kind, given: { key } };
  return { screen: 'record', given: { kind, key } };
}
