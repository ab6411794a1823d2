import { render } from 'preact';
import type { PageState } from '../page-api.ts';
import { App } from './app.tsx';
import { requestsAs } from './server/requests.ts';
import { RequestsProvider } from './server/requests-context.ts';
import { addressOf, readAddress } from './state/address.ts';
import { firstPlace, freshWorkspace } from './state/workspace.ts';
import './styles/theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/conversation.css';
import './styles/composer.css';
import './styles/blocks.css';
import './styles/elements.css';
import './styles/dialog.css';
import './styles/workshop.css';
import './styles/motion.css';

const RETRY_MS = 1_000;
const root = document.getElementById('page');

/** The state as that person, or as the first one when there is nobody of that id. */
async function stateOf(as: string): Promise<PageState> {
  try {
    return await requestsAs(as).state();
  } catch (error) {
    if (as === '') throw error;
    return requestsAs('').state();
  }
}

/** Loads the page state and draws the page; keeps trying while the workspace cannot be reached. */
async function start(container: HTMLElement): Promise<void> {
  const { as, place } = readAddress(location.search, location.hash);
  try {
    const page = await stateOf(as);
    const known = page.channels.some(({ id }) => id === place?.channel);
    const first = freshWorkspace(page, place && known ? place : firstPlace(page));
    history.replaceState(null, '', addressOf(page.me, first.place));
    const requests = requestsAs(page.me);
    render(
      <RequestsProvider value={requests}>
        <App first={first} requests={requests} />
      </RequestsProvider>,
      container,
    );
  } catch {
    render(
      <output class="unreachable">The workspace cannot be reached. Trying again …</output>,
      container,
    );
    window.setTimeout(() => void start(container), RETRY_MS);
  }
}

if (root) void start(root);
