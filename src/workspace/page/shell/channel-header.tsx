import type { Channel } from '../../page-api.ts';
import type { Tab } from '../state/workspace-model.ts';
import { personOf, useDirectory } from '../text/people.tsx';
import { Avatar } from './avatar.tsx';
import { UnreadDot } from './unread-dot.tsx';

interface ChannelHeaderProps {
  readonly channel: Channel;
  readonly tab: Tab;
  /** Whether something arrived in Messages while Home was open. */
  readonly unread: boolean;
  readonly onTab: (tab: Tab) => void;
  readonly onMenu: () => void;
}

const TABS: readonly { readonly tab: Tab; readonly name: string }[] = [
  { tab: 'home', name: 'Home' },
  { tab: 'messages', name: 'Messages' },
];

function Tabs({ tab: open, unread, onTab }: Pick<ChannelHeaderProps, 'tab' | 'unread' | 'onTab'>) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    onTab(open === 'home' ? 'messages' : 'home');
  }
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label="Views of this app"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {TABS.map(({ tab, name }) => (
        <button
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === open}
          aria-controls={tab === 'home' && open === 'home' ? 'tab-panel' : undefined}
          tabIndex={tab === open ? 0 : -1}
          ref={(button) => {
            if (tab === open && button?.parentElement?.contains(document.activeElement))
              button.focus();
          }}
          onClick={() => onTab(tab)}
        >
          {name}
          {unread && tab === 'messages' && <UnreadDot />}
        </button>
      ))}
    </div>
  );
}

export function ChannelHeader({ channel, tab, unread, onTab, onMenu }: ChannelHeaderProps) {
  const directory = useDirectory();
  const members = channel.members.length;
  return (
    <header class="channel-header">
      <div class="channel-line">
        <button
          type="button"
          class="button quiet icon drawer-button"
          aria-label="Open the sidebar"
          onClick={onMenu}
        >
          <span aria-hidden="true">☰</span>
        </button>
        {channel.kind === 'im' && <Avatar person={personOf(directory, directory.bot)} />}
        <div class="channel-text">
          <h1>
            {channel.kind === 'channel' && <span aria-hidden="true"># </span>}
            {channel.name}
            {channel.kind === 'im' && <span class="app-badge">APP</span>}
          </h1>
          {channel.topic !== '' && <p class="topic">{channel.topic}</p>}
        </div>
        {channel.kind === 'channel' && (
          <span class="member-count">
            {members} {members === 1 ? 'member' : 'members'}
          </span>
        )}
      </div>
      {channel.kind === 'im' && <Tabs tab={tab} unread={unread} onTab={onTab} />}
    </header>
  );
}
