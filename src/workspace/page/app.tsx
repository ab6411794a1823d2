import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Channel, Message } from '../page-api.ts';
import { Composer } from './composer/composer.tsx';
import { sendingTo } from './composer/sending.ts';
import { AgentStrips } from './conversation/agent-strip.tsx';
import { HomeTab } from './conversation/home-tab.tsx';
import { MessageList } from './conversation/message-list.tsx';
import { PromptList } from './conversation/prompt-list.tsx';
import { ThreadPanel } from './conversation/thread-panel.tsx';
import { ViewStack } from './modal/view-stack.tsx';
import type { Requests } from './server/requests.ts';
import { Banner } from './shell/banner.tsx';
import { Beginning } from './shell/beginning.tsx';
import { useAddress, useTitle } from './shell/browser-chrome.ts';
import { ChannelHeader } from './shell/channel-header.tsx';
import { useDrawer } from './shell/drawer.ts';
import { ShortcutsProvider } from './shell/shortcuts.ts';
import { Sidebar } from './shell/sidebar.tsx';
import { addressOf } from './state/address.ts';
import { useWorkspace } from './state/use-workspace.ts';
import { replyCount } from './state/workspace.ts';
import { type Place, type Tab, threadKey, type Workspace } from './state/workspace-model.ts';
import { DirectoryProvider, personOf } from './text/people.tsx';
import { WorkshopPanel } from './workshop/workshop-panel.tsx';

interface AppProps {
  readonly first: Workspace;
  readonly requests: Requests;
}

const KEYS_HINT = 'Enter sends, Shift+Enter makes a new line.';

function composerHint(channel: Channel, botName: string): string {
  return channel.kind === 'channel'
    ? `Write @${botName} to ask the bot, or / for a command. ${KEYS_HINT}`
    : `Just write what you need, or / for a command. ${KEYS_HINT}`;
}

/** The whole page of one person. */
export function App({ first, requests }: AppProps) {
  const { workspace, live, change, older } = useWorkspace(first, requests);
  const { page, place } = workspace;
  const [drawer, setDrawer] = useDrawer();
  const [workshop, setWorkshop] = useState(false);
  const directory = useMemo(
    () => ({ me: page.me, bot: page.bot, people: page.people, channels: page.channels }),
    [page.me, page.bot, page.people, page.channels],
  );
  const channel = page.channels.find(({ id }) => id === place.channel);
  const bot = personOf(directory, page.bot);

  const go = useCallback(
    (to: Place) => {
      change({ type: 'went', place: to });
      setDrawer(false);
      history.replaceState(null, '', addressOf(page.me, to));
    },
    [change, page.me],
  );
  const openThread = useCallback(
    (message: Message) =>
      go({ channel: message.channel, tab: 'messages', thread: message.threadTs ?? message.ts }),
    [go],
  );

  useAddress(page, go);
  useTitle(workspace);

  const sending = sendingTo(requests, place.channel);
  const agents = page.agents.filter((agent) => agent.channel === place.channel);
  const suggested = page.prompts.find((prompts) => prompts.channel === place.channel);

  /** The bot's Home tab until something was said in the conversation. */
  function tabFor(id: string, kind: Channel['kind']): Tab {
    const said = workspace.unread.includes(id) || workspace.channels[id]?.messages.length;
    return kind === 'im' && !said ? 'home' : 'messages';
  }

  if (channel === undefined) return <p class="loading">You are in no channel yet.</p>;
  const closeView = (viewId: string) => {
    change({ type: 'closed-view', viewId });
    void requests.post('/page/view-close', { viewId });
  };

  return (
    <DirectoryProvider value={directory}>
      <ShortcutsProvider value={page.shortcuts}>
        <div
          class={`app${drawer ? ' drawer-open' : ''}${place.thread === null && !workshop ? '' : ' with-thread'}`}
        >
          <Sidebar
            page={page}
            open={channel.id}
            unread={workspace.unread}
            onOpen={({ id, kind }) => go({ channel: id, tab: tabFor(id, kind), thread: null })}
            onWorkshop={() => {
              setDrawer(false);
              setWorkshop(!workshop);
            }}
            onPerson={(id) => location.assign(addressOf(id, { ...place, thread: null }))}
          />
          <button
            type="button"
            class="drawer-shade"
            aria-label="Close the sidebar"
            onClick={() => setDrawer(false)}
          />
          <main class="middle">
            {!live && <Banner>Reconnecting …</Banner>}
            {live && !page.botConnected && (
              <Banner>{bot.name} is not connected. It answers nothing until it is back.</Banner>
            )}
            <ChannelHeader
              channel={channel}
              tab={place.tab}
              unread={workspace.unread.includes(channel.id)}
              onTab={(tab) => go({ ...place, tab, thread: null })}
              onMenu={() => setDrawer(true)}
            />
            {channel.kind === 'im' && place.tab === 'home' ? (
              <HomeTab home={page.home} botName={bot.name} />
            ) : (
              <>
                <MessageList
                  place={channel.id}
                  name={`Messages in ${channel.name}`}
                  conversation={workspace.channels[channel.id]}
                  repliesTo={(message) => replyCount(workspace, message)}
                  onThread={openThread}
                  onOlder={older}
                  beginning={<Beginning channel={channel} />}
                />
                <AgentStrips agents={agents} botName={bot.name} />
                {suggested && (
                  <PromptList
                    suggested={suggested}
                    onPick={(message) => void sending.send(null)(message)}
                  />
                )}
                <Composer
                  commands={page.commands}
                  hint={composerHint(channel, bot.name)}
                  placeholder={`Message ${channel.kind === 'channel' ? '#' : ''}${channel.name}`}
                  draftKey={channel.id}
                  onSend={sending.send(null)}
                  onFile={sending.share(null)}
                />
              </>
            )}
          </main>
          {workshop && <WorkshopPanel channel={channel.id} onClose={() => setWorkshop(false)} />}
          {place.thread !== null && !workshop && (
            <ThreadPanel
              channel={channel}
              ts={place.thread}
              conversation={workspace.threads[threadKey(channel.id, place.thread)]}
              composer={{
                commands: [],
                hint: KEYS_HINT,
                onSend: sending.send(place.thread),
                onFile: sending.share(place.thread),
              }}
              onClose={() => go({ ...place, thread: null })}
            />
          )}
        </div>
        <ViewStack views={workspace.views} onClose={closeView} />
      </ShortcutsProvider>
    </DirectoryProvider>
  );
}
