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
  'meeting failed': { words: 'Outlook refused this meeting: see why', icon: 'warning' },
  'nobody accepted': { words: 'Asked in turn; a call may help', icon: 'people' },
};

const outcomeDraft = /^review-outcome\/(.+)$/;

export function toWaitingLine(item: WaitingItem): WaitingLine {
  const { words, icon } = asks[item.what];
  const written = outcomeDraft.exec(item.title);
  return {
    key: `${item.what} ${item.kind} ${item.key} ${item.on ?? ''}`,
    title: item.what === 'finish draft' && written !== null ? 'Outcome of a peer review' : item.title,
    detail: detailOf(words, item),
    icon,
    target: targetOfWaiting(item, written?.[1]),
  };
}

/** The date, unless the title says it already. */
function detailOf(words: string, { on, title }: WaitingItem): string {
  return on === undefined || title.includes(britishDate(on)) ? words : `${words} · ${britishDate(on)}`;
}

function targetOfWaiting({ what, kind, key }: WaitingItem, draftOf: string | undefined): Route {
  if (what === 'log outcome' || what === 'revise outcome') return { screen: 'logOutcome', given: { key } };
  if (what === 'answer outcome') return { screen: 'answerOutcome', given: { key } };
  if (what === 'finish draft' && draftOf !== undefined) return { screen: 'logOutcome', given: { key: draftOf } };
  if (kind === 'meeting') return { screen: 'meeting', given: { key } };
  if (kind === 'review') return { screen: 'review', given: { key } };
  return { screen: 'record', given: { kind, key } };
}
