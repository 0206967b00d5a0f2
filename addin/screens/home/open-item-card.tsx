import type { Role } from '../../../shared/caller';
import type { ItemState } from '../../item/open-item';
import { targetOf } from '../../item/target';
import { usePanel } from '../../panel-context';
import { Button, PrimaryButton } from '../../parts/button';
import { Card } from '../../parts/card';
import { Row } from '../../parts/layout';
import { Message } from '../../parts/message';
import { Quiet, Text } from '../../parts/text';
import { useRouter } from '../../router';

const reviewers: readonly Role[] = ['Principal', 'Champion', 'Executive', 'TrustOffice'];

/** What the open meeting or mail is to us: one of ours, or the start of something. */
export function OpenItemCard({ item }: { readonly item: ItemState }) {
  const { me } = usePanel();
  const { go } = useRouter();
  if (item.state === 'none') return null;
  if (item.state === 'reading') return <Quiet>Looking at the open item…</Quiet>;
  const what = item.item.what === 'mail' ? 'mail' : 'meeting';
  if (item.state === 'refused') return <Message tone="warning">{`This ${what}: ${item.problem.sentence}`}</Message>;
  if (item.state === 'recognised') {
    const target = targetOf(item.linked);
    return (
      <Card accent title={`This ${what}`}>
        <Text>{item.title}</Text>
        <Row>
          <PrimaryButton onClick={() => go(target.screen, target.given)}>Open</PrimaryButton>
        </Row>
      </Card>
    );
  }
  if (!me.roles.some((role) => reviewers.includes(role))) return null;
  return (
    <Card title={`This ${what} belongs to no peer review`}>
      <Text>{item.item.subject === '' ? 'Without a subject' : item.item.subject}</Text>
      <Row>
        <Button icon="search" onClick={() => go('myReviews')}>
          Find a review
        </Button>
        <Button icon="add" onClick={() => go('startReview')}>
          Start a review
        </Button>
      </Row>
    </Card>
  );
}
