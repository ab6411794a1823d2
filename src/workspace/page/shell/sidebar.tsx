import type { Channel, PageState } from '../../page-api.ts';
import { personOf, useDirectory } from '../text/people.tsx';
import { Avatar } from './avatar.tsx';
import { PersonSwitcher } from './person-switcher.tsx';
import { useTheme } from './theme.ts';
import { UnreadDot } from './unread-dot.tsx';

interface SidebarProps {
  readonly page: PageState;
  readonly open: string;
  readonly unread: readonly string[];
  readonly onOpen: (channel: Channel) => void;
  readonly onPerson: (id: string) => void;
  readonly onWorkshop: () => void;
}

interface EntryProps {
  readonly channel: Channel;
  readonly current: boolean;
  readonly unread: boolean;
  readonly onOpen: (channel: Channel) => void;
}

function Entry({ channel, current, unread, onOpen }: EntryProps) {
  const directory = useDirectory();
  return (
    <li>
      <button
        type="button"
        class={`entry${unread ? ' unread' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={() => onOpen(channel)}
      >
        {channel.kind === 'im' ? (
          <Avatar person={personOf(directory, directory.bot)} small />
        ) : (
          <span class="hash" aria-hidden="true">
            #
          </span>
        )}
        <span class="entry-name">{channel.name}</span>
        {unread && <UnreadDot />}
      </button>
    </li>
  );
}

function ThemeSwitch() {
  const [theme, toggle] = useTheme();
  return (
    <button type="button" class="theme-switch" aria-pressed={theme === 'dark'} onClick={toggle}>
      <span aria-hidden="true">{theme === 'dark' ? '☾' : '☀'}</span> Dark theme
    </button>
  );
}

export function Sidebar({ page, open, unread, onOpen, onPerson, onWorkshop }: SidebarProps) {
  const entry = (channel: Channel) => (
    <Entry
      key={channel.id}
      channel={channel}
      current={channel.id === open}
      unread={unread.includes(channel.id)}
      onOpen={onOpen}
    />
  );
  return (
    <nav class="sidebar" aria-label="Workspace">
      <header class="team">
        <span class="team-mark" aria-hidden="true" />
        <div>
          <div class="team-name">{page.team.name}</div>
          <div class="team-domain">{page.team.domain}</div>
        </div>
      </header>
      <PersonSwitcher onPick={onPerson} />
      <div class="entries">
        <h2>Channels</h2>
        <ul>{page.channels.filter(({ kind }) => kind === 'channel').map(entry)}</ul>
        <h2>Apps</h2>
        <ul>{page.channels.filter(({ kind }) => kind === 'im').map(entry)}</ul>
      </div>
      <button type="button" class="workshop-switch" onClick={onWorkshop}>
        <span aria-hidden="true">⚒</span> Workshop
      </button>
      <ThemeSwitch />
    </nav>
  );
}
