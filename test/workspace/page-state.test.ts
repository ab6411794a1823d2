import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from '../../src/workspace/page/state/address.ts';
import { messageGroups } from '../../src/workspace/page/state/message-groups.ts';
import {
  firstPlace,
  freshWorkspace,
  replyCount,
  workspaceAfter,
} from '../../src/workspace/page/state/workspace.ts';
import type { Workspace } from '../../src/workspace/page/state/workspace-model.ts';
import type { PageNews } from '../../src/workspace/page-api.ts';
import {
  BOT,
  DATOP,
  DM,
  GENERAL,
  message,
  modal,
  page,
  pageState,
  tsAt,
  WEBOP,
} from './page-support/sample-workspace.ts';

const inGeneral = freshWorkspace(pageState(WEBOP), {
  channel: GENERAL,
  tab: 'messages',
  thread: null,
});
const following = (workspace: Workspace, ...all: readonly PageNews[]): Workspace =>
  all.reduce((before, news) => workspaceAfter(before, { type: 'news', news }), workspace);
const loaded = (workspace: Workspace, ...seconds: readonly number[]): Workspace =>
  workspaceAfter(workspace, {
    type: 'fetched-newest',
    channel: GENERAL,
    got: page(seconds.map((at) => message({ ts: tsAt(at) }))),
  });
const shownTs = (workspace: Workspace) => workspace.channels[GENERAL]?.messages.map(({ ts }) => ts);

describe('messages', () => {
  it('stand in the order of their ts, each once, whatever the order of arrival', () => {
    const arrived = following(
      loaded(inGeneral, 1, 5),
      { type: 'message', message: message({ ts: tsAt(3) }) },
      { type: 'message', message: message({ ts: tsAt(3), text: 'again' }) },
      { type: 'message', message: message({ ts: tsAt(9) }) },
    );

    expect(shownTs(arrived)).toEqual([tsAt(1), tsAt(3), tsAt(5), tsAt(9)]);
  });

  it('are replaced when they change and go when they are deleted', () => {
    const changed = following(loaded(inGeneral, 1, 2), {
      type: 'message_changed',
      message: message({ ts: tsAt(1), text: 'new', edited: true }),
    });
    const deleted = following(changed, { type: 'message_deleted', channel: GENERAL, ts: tsAt(2) });

    expect(deleted.channels[GENERAL]?.messages).toMatchObject([{ text: 'new', edited: true }]);
  });

  it('that were loaded earlier stay when the newest are fetched again', () => {
    const older = workspaceAfter(loaded(inGeneral, 10, 11), {
      type: 'fetched-older',
      channel: GENERAL,
      got: page([message({ ts: tsAt(1) })], false),
    });
    const again = workspaceAfter(older, {
      type: 'fetched-newest',
      channel: GENERAL,
      got: page([message({ ts: tsAt(11) }), message({ ts: tsAt(12) })], true),
    });

    expect(shownTs(again)).toEqual([tsAt(1), tsAt(10), tsAt(11), tsAt(12)]);
    expect(again.channels[GENERAL]?.hasMore).toBe(false);
  });

  it('leave no hidden gap when more were missed than one page holds', () => {
    const again = workspaceAfter(loaded(inGeneral, 1, 2), {
      type: 'fetched-newest',
      channel: GENERAL,
      got: page([message({ ts: tsAt(50) })], true),
    });

    expect(shownTs(again)).toEqual([tsAt(50)]);
    expect(again.channels[GENERAL]?.hasMore).toBe(true);
  });

  it('only visible to one person survive a reconnection', () => {
    const ephemeral = message({ ts: tsAt(2), ephemeral: true });
    const seen = following(loaded(inGeneral, 1), { type: 'message', message: ephemeral });

    expect(shownTs(loaded(seen, 1, 3))).toEqual([tsAt(1), tsAt(2), tsAt(3)]);
  });
});

describe('threads', () => {
  const reply = message({ ts: tsAt(7), user: DATOP, threadTs: tsAt(1) });

  it('keep replies out of the channel', () => {
    expect(shownTs(following(loaded(inGeneral, 1), { type: 'message', message: reply }))).toEqual([
      tsAt(1),
    ]);
  });

  it('count their replies by the server, and by what is loaded when that is more', () => {
    const first = message({ ts: tsAt(1), replyCount: 1 });
    const open = workspaceAfter(inGeneral, {
      type: 'fetched-thread',
      channel: GENERAL,
      ts: tsAt(1),
      got: page([first, reply]),
    });
    const two = following(open, { type: 'message', message: { ...reply, ts: tsAt(8) } });

    expect(replyCount(inGeneral, first)).toBe(1);
    expect(replyCount(two, first)).toBe(2);
  });
});

describe('unread marks', () => {
  const inCoffee: PageNews = {
    type: 'message',
    message: message({ ts: tsAt(1), channel: 'C0RANDOM', user: DATOP }),
  };

  it('come with a message somewhere else and go when one looks', () => {
    const unread = following(inGeneral, inCoffee, inCoffee);
    const looked = workspaceAfter(unread, {
      type: 'went',
      place: { channel: 'C0RANDOM', tab: 'messages', thread: null },
    });

    expect(unread.unread).toEqual(['C0RANDOM']);
    expect(looked.unread).toEqual([]);
  });

  it('do not come from what one sees or wrote oneself', () => {
    const here = following(
      inGeneral,
      { type: 'message', message: message({ ts: tsAt(1), user: DATOP }) },
      { type: 'message', message: message({ ts: tsAt(2), channel: 'C0RANDOM', user: WEBOP }) },
    );

    expect(here.unread).toEqual([]);
  });

  it('stay on the bot’s conversation while only its Home is looked at', () => {
    const atHome = workspaceAfter(inGeneral, {
      type: 'went',
      place: { channel: DM, tab: 'home', thread: null },
    });
    const news = message({ ts: tsAt(1), channel: DM, user: BOT });

    expect(following(atHome, { type: 'message', message: news }).unread).toEqual([DM]);
  });
});

describe('modals', () => {
  it('pile up, are replaced in place, and close one by one or all at once', () => {
    const two = following(
      inGeneral,
      { type: 'view_opened', view: modal('V1') },
      { type: 'view_opened', view: modal('V2') },
      { type: 'view_updated', view: { ...modal('V1'), hash: '2' } },
    );

    expect(two.views.map(({ id, hash }) => id + hash)).toEqual(['V12', 'V21']);
    expect(following(two, { type: 'view_closed', viewId: 'V2', all: false }).views).toHaveLength(1);
    expect(following(two, { type: 'view_closed', viewId: 'V2', all: true }).views).toEqual([]);
  });
});

describe('message groups', () => {
  const day = () => 'one day';
  const sizes = (...all: Parameters<typeof message>[0][]) =>
    messageGroups(all.map(message), day).flatMap(({ authors }) =>
      authors.map(({ messages }) => messages.length),
    );

  it('join what one author writes within five minutes', () => {
    expect(sizes({ ts: tsAt(0) }, { ts: tsAt(299) }, { ts: tsAt(600) })).toEqual([2, 1]);
  });

  it('part at another author, a system line and a message only one person sees', () => {
    expect(
      sizes(
        { ts: tsAt(0) },
        { ts: tsAt(1), user: BOT },
        { ts: tsAt(2), user: BOT, ephemeral: true },
        { ts: tsAt(3), user: BOT, system: true },
        { ts: tsAt(4), user: BOT },
      ),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  it('begin anew each day', () => {
    const hourly = (at: number) => String(Math.floor(at / 3_600_000));
    const days = messageGroups([message({ ts: tsAt(0) }), message({ ts: tsAt(3600) })], hourly);

    expect(days).toHaveLength(2);
  });
});

describe('the address', () => {
  it('leads back to the same person and place', () => {
    const place = { channel: GENERAL, tab: 'messages', thread: tsAt(4) } as const;
    const { search, hash } = new URL(addressOf(WEBOP, place), 'http://page');

    expect(readAddress(search, hash)).toEqual({ as: WEBOP, place });
  });

  it('without a place starts at the bot’s Home', () => {
    expect(readAddress('', '#../../x')).toEqual({ as: '', place: null });
    expect(firstPlace(pageState(WEBOP))).toEqual({ channel: DM, tab: 'home', thread: null });
  });
});
