import { createRoot } from 'react-dom/client';
import { openHost } from './host/open-host';
import { Message } from './parts/message';
import { ThemeRoot } from './parts/theme-root';
import { createServer } from './server';
import { createSession } from './session';
import { readSettings } from './settings';
import { Shell } from './shell/shell';

/** Plugs the panel together: the only place that knows all of host, session and server. */
export async function startPanel(): Promise<void> {
  const place = document.getElementById('panel');
  if (place === null) throw new Error('The page has no element with the id "panel".');
  const root = createRoot(place);
  const host = await openHost();
  const settings = readSettings(document.getElementById('settings')?.textContent);
  if (!settings.ok) {
    root.render(
      <ThemeRoot look={host.look} cornerTaken={host.cornerTaken}>
        <Message tone="error">{settings.problem.sentence}</Message>
      </ThemeRoot>,
    );
    return;
  }
  const session = createSession(settings.value, host);
  const server = createServer({ token: () => session.token(), onRefused: () => session.refused() });
  root.render(<Shell host={host} session={session} server={server} />);
}
