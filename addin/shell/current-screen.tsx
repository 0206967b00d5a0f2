import { type ComponentType, useCallback } from 'react';
import { type Result, refuse } from '../../shared/result';
import { useAsked } from '../answer';
import { Button } from '../parts/button';
import { Message } from '../parts/message';
import { Page } from '../parts/page';
import { Spinner } from '../parts/spinner';
import { useRouter } from '../router';
import { type ScreenProps, screens } from '../screens';
import type { ScreenName } from '../screens/names';

const notLoaded = 'This screen could not be loaded. Check the network and try again.';

async function load(
  name: ScreenName,
): Promise<Result<{ readonly name: ScreenName; readonly Screen: ComponentType<ScreenProps> }>> {
  try {
    const { Screen } = await screens[name].load();
    return { ok: true, value: { name, Screen } };
  } catch {
    // The code of a screen is fetched when it is first opened.
    return refuse('busy', notLoaded);
  }
}

/** The screen of the current route; a new one for every route, so that nothing is carried over by accident. */
export function CurrentScreen() {
  const { route, canGoBack, back } = useRouter();
  const { screen } = route;
  const loaded = useAsked(useCallback(() => load(screen), [screen]));
  if (loaded.state === 'refused')
    return (
      <Page title="Our Academies" onBack={canGoBack ? back : undefined}>
        <Message tone="error" act={<Button onClick={loaded.again}>Try again</Button>}>
          {loaded.problem.sentence}
        </Message>
      </Page>
    );
  if (loaded.state === 'waiting' || loaded.value.name !== screen) return <Spinner words="Opening…" />;
  const { Screen } = loaded.value;
  return <Screen key={`${screen} ${JSON.stringify(route.given)}`} given={route.given} />;
}
