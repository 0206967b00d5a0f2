import { useState } from 'react';
import { schoolYearOf } from '../../../shared/time/school-year';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { EmptyState } from '../../parts/empty-state';
import { Column, Row } from '../../parts/layout';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { SelectList } from '../../parts/select-list';
import { Spinner } from '../../parts/spinner';
import { Toolbar } from '../../parts/toolbar';
import { useRouter } from '../../router';
import type { ScreenProps } from '..';
import { ProblemMessage } from '../problem-message';
import { SchoolYearChoice } from '../school-year-choice';
import { today } from '../today';
import { type Filter, filtered, filters, mayPublish, type StoredMeeting } from './meeting-list';
import { MeetingState, whenAndWhere } from './meeting-words';
import { PublishPreview } from './publish-preview';
import { SendingProgress } from './sending-progress';
import { useMeetings } from './use-meetings';
import { WithdrawNetwork } from './withdraw-network';

/** All network meetings of a year: choose drafts, see who would be invited, publish, watch them go out. */
export function Screen({ given }: ScreenProps) {
  const { server, me } = usePanel();
  const { back, go } = useRouter();
  const isOffice = me.roles.includes('TrustOffice');
  const [year, setYear] = useState(() => given['year'] ?? schoolYearOf(today()));
  const { state, again } = useMeetings(server, year);
  return (
    <Page title="Network meetings" onBack={back}>
      <SchoolYearChoice value={year} onChange={setYear} />
      {state.problem === undefined ? null : (
        <ProblemMessage
          problem={state.problem}
          act={
            <Button icon="again" onClick={() => void again()}>
              Try again
            </Button>
          }
        />
      )}
      {state.meetings === undefined ? (
        state.problem === undefined && <Spinner words="Reading meetings…" />
      ) : state.meetings.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={`No meetings in ${year} yet`}
          act={isOffice ? <PrimaryButton onClick={() => go('plan')}>Plan the year</PrimaryButton> : undefined}
        >
          {isOffice
            ? 'Plan a half-term first; its meetings are kept here as drafts.'
            : 'The trust office plans them; they are shown here as soon as there are some.'}
        </EmptyState>
      ) : (
        <Meetings
          key={year}
          year={year}
          meetings={state.meetings}
          followed={state.followed}
          isOffice={isOffice}
          onChanged={again}
          onOpen={(key) => go('meeting', { key })}
        />
      )}
    </Page>
  );
}

interface MeetingsProps {
  readonly year: string;
  readonly meetings: readonly StoredMeeting[];
  readonly followed: ReadonlySet<string>;
  /** Only the trust office publishes and withdraws; everybody else reads and opens. */
  readonly isOffice: boolean;
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (key: string) => void;
}

function Meetings({ year, meetings, followed, isOffice, onChanged, onOpen }: MeetingsProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const shown = filtered(meetings, filter);
  const open = isOffice ? shown.filter(mayPublish) : [];
  const chosen = meetings.filter((one) => selected.has(one.key) && mayPublish(one));
  const allChosen = open.length > 0 && open.every(({ key }) => selected.has(key));
  return (
    <Column>
      {isOffice ? (
        <SendingProgress meetings={meetings} followed={followed} onChanged={onChanged} onOpen={onOpen} />
      ) : null}
      <Choice
        label="Show"
        value={filter}
        options={filters.map((one) => ({ key: one, text: `${capital(one)} (${filtered(meetings, one).length})` }))}
        onChange={(key) => setFilter(filters.find((one) => one === key) ?? 'all')}
      />
      {open.length === 0 && chosen.length === 0 ? null : (
        <Toolbar label="Publish meetings">
          <PrimaryButton icon="send" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
            {chosen.length === 0 ? 'Publish' : `Publish ${chosen.length}…`}
          </PrimaryButton>
          <Button onClick={() => setSelected(allChosen ? new Set() : new Set(open.map(({ key }) => key)))}>
            {allChosen ? 'Select none' : `Select all (${open.length})`}
          </Button>
        </Toolbar>
      )}
      {asking ? (
        <PublishPreview
          meetings={chosen}
          onDone={(published) => {
            setAsking(false);
            if (!published) return;
            setSelected(new Set());
            void onChanged();
          }}
        />
      ) : null}
      {shown.length === 0 ? (
        <EmptyState icon="calendar" title="No meetings of this kind" />
      ) : (
        <More of={shown} atOnce={60} what="meetings">
          {(some) => (
            <SelectList
              label="Meetings"
              lines={some.map((one) => ({
                key: one.key,
                title: `${one.record.name}, meeting ${one.record.number}`,
                detail: detailOf(one),
                state: <MeetingState record={one.record} />,
                selectable: isOffice && mayPublish(one),
              }))}
              selected={selected}
              onSelect={(key, on) =>
                setSelected(new Set(on ? [...selected, key] : [...selected].filter((one) => one !== key)))
              }
              onOpen={onOpen}
            />
          )}
        </More>
      )}
      {!isOffice ? null : withdrawing ? (
        <WithdrawNetwork
          year={year}
          meetings={meetings}
          onDone={(withdrawn) => {
            setWithdrawing(false);
            if (withdrawn) void onChanged();
          }}
        />
      ) : (
        <Row>
          <Button onClick={() => setWithdrawing(true)}>Withdraw a network’s year…</Button>
        </Row>
      )}
    </Column>
  );
}

/** What Outlook holds stands beside what is planned. */
function detailOf(one: StoredMeeting): string {
  const { outlook, outlookProblem } = one.record;
  const changed = outlook === 'changed in Outlook' && outlookProblem !== undefined ? `. ${outlookProblem}` : '';
  return `${whenAndWhere(one)}${changed}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
