import { expect, it } from 'vitest';
import type { Socket, SocketNews } from '../../src/slack/socket.ts';
import { sockets } from '../../src/slack/sockets.ts';
import { aTime } from '../jobs/a-runner.ts';
import { aLog } from './support/a-door.ts';

type Fate = 'opens' | 'hangs' | Error;

/** Slack, as seen through its sockets, in a time that passes when it is told to. */
function aSlack() {
  const time = aTime();
  let asleep = 0;
  let fate: Fate = 'opens';
  const opened: { readonly news: SocketNews; closed: boolean }[] = [];
  const losses: unknown[] = [];
  const { log, lines } = aLog();

  function open(news: SocketNews): Socket {
    const one = { news, closed: false };
    if (fate === 'opens') opened.push(one);
    const ends: Readonly<Record<string, Promise<void>>> = {
      opens: Promise.resolve(),
      hangs: new Promise(() => {}),
    };
    return {
      opened: fate instanceof Error ? Promise.reject(fate) : (ends[fate] ?? Promise.resolve()),
      close: async () => {
        one.closed = true;
      },
    };
  }
  const clock = () => time.clock() + asleep;
  const all = sockets({
    open,
    time: { clock, timers: time.timers },
    log,
    lost: (error) => void losses.push(error),
  });
  return {
    ...all,
    opened,
    losses,
    lines,
    pass: (ms: number) => time.pass(ms, soon),
    sleep: (ms: number) => {
      asleep += ms;
    },
    become: (next: Fate) => {
      fate = next;
    },
    /** Those that are open, by the order in which they came. */
    get there() {
      return opened.flatMap(({ closed }, at) => (closed ? [] : [at]));
    },
    cut(at: number) {
      const one = opened[at];
      if (one) one.closed = true;
      one?.news.gone();
    },
    news(at: number) {
      const one = opened[at];
      if (!one) throw new Error(`there is no socket ${at}`);
      return one.news;
    },
  };
}

async function soon(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

it('keeps two sockets open', async () => {
  const slack = aSlack();

  await slack.start();

  expect(slack.there).toEqual([0, 1]);
});

it('does not start when Slack refuses, and says why', async () => {
  const slack = aSlack();
  slack.become(new Error('invalid_auth'));

  await expect(slack.start()).rejects.toThrow('invalid_auth');
});

it('does not wait longer than half a minute for the first hello', async () => {
  const slack = aSlack();
  slack.become('hangs');

  const started = slack.start().catch((error: unknown) => error);
  await slack.pass(30_000);

  expect(await started).toEqual(new Error('no answer over Socket Mode within 30 s'));
});

it('opens the next socket before it lets go of one that Slack takes away', async () => {
  const slack = aSlack();
  await slack.start();

  slack.news(0).unwanted('refresh_requested');
  slack.news(0).unwanted('warning');
  await slack.pass(0);
  expect(slack.there).toEqual([0, 1, 2]);
  await slack.pass(5_000);

  expect(slack.there).toEqual([1, 2]);
});

it('comes back at once when a socket is cut after a good while', async () => {
  const slack = aSlack();
  await slack.start();
  await slack.pass(60_000);

  slack.cut(0);
  await slack.pass(0);

  expect(slack.there).toEqual([1, 2]);
});

it('takes its time when sockets are cut again and again', async () => {
  const slack = aSlack();
  await slack.start();

  for (let times = 0; times < 60; times += 1) {
    const newest = slack.there.at(-1) ?? 0;
    slack.cut(newest);
    await slack.pass(1_000);
  }

  expect(slack.opened.length).toBeLessThan(25);
});

it('tries again, at least every half minute, for as long as Slack cannot be reached', async () => {
  const slack = aSlack();
  await slack.start();
  await slack.pass(60_000);
  slack.become(new Error('ECONNREFUSED'));
  slack.cut(0);
  slack.cut(1);
  await slack.pass(3 * 3_600_000);

  slack.become('opens');
  await slack.pass(30_000);

  expect(slack.there).toEqual([2, 3]);
  expect(slack.losses).toEqual([]);
});

it('gives up on a socket that is never greeted, and opens another one', async () => {
  const slack = aSlack();
  await slack.start();
  await slack.pass(60_000);
  slack.become('hangs');
  slack.cut(0);
  await slack.pass(29_000);

  slack.become('opens');
  await slack.pass(2_000);

  expect(slack.there).toEqual([1, 2]);
});

it('does not hurry where Slack says that there are too many', async () => {
  const slack = aSlack();
  await slack.start();
  slack.news(0).unwanted('too_many_websockets');
  slack.cut(0);

  await slack.pass(29_000);
  expect(slack.there).toEqual([1]);
  await slack.pass(1_000);

  expect(slack.there).toEqual([1, 2]);
  expect(slack.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
});

it('is lost once Slack has refused the token for five minutes and nothing is open', async () => {
  const slack = aSlack();
  await slack.start();
  await slack.pass(60_000);
  slack.become(new Error('An API error occurred: account_inactive'));
  slack.cut(0);
  await slack.pass(10 * 60_000);
  expect(slack.losses).toEqual([]);

  slack.cut(1);
  await slack.pass(30_000);

  expect(slack.losses[0]).toEqual(new Error('An API error occurred: account_inactive'));
});

it('lives through refusals that pass', async () => {
  const slack = aSlack();
  await slack.start();
  await slack.pass(60_000);
  slack.become(new Error('invalid_auth'));
  slack.cut(0);
  slack.cut(1);
  await slack.pass(4 * 60_000);

  slack.become('opens');
  await slack.pass(30_000);

  expect(slack.there).toEqual([2, 3]);
  expect(slack.losses).toEqual([]);
});

it('renews all sockets after the machine was asleep', async () => {
  const slack = aSlack();
  await slack.start();

  slack.sleep(3_600_000);
  await slack.pass(10_000);

  expect(slack.there).toEqual([2, 3]);
});

it('does not take a busy minute for sleep', async () => {
  const slack = aSlack();
  await slack.start();

  slack.sleep(20_000);
  await slack.pass(60_000);

  expect(slack.there).toEqual([0, 1]);
});

it('renews a socket that nothing comes through while much comes through the other', async () => {
  const slack = aSlack();
  await slack.start();

  for (let times = 0; times < 50; times += 1) slack.news(1).heard();
  await slack.pass(6_000);

  expect(slack.there).toEqual([1, 2]);
});

it('does not hold against a socket what came while there was none', async () => {
  const slack = aSlack();
  await slack.start();
  slack.news(0).unwanted('link_disabled');
  slack.cut(0);
  for (let times = 0; times < 49; times += 1) slack.news(1).heard();
  await slack.pass(30_000);
  expect(slack.there).toEqual([1, 2]);

  slack.news(1).heard();
  await slack.pass(6_000);

  expect(slack.there).toEqual([1, 2]);
});

it('leaves both alone while something comes through each, and renews none twice in ten minutes', async () => {
  const slack = aSlack();
  await slack.start();
  for (let times = 0; times < 200; times += 1) slack.news(times % 40 === 0 ? 0 : 1).heard();
  await slack.pass(6_000);
  expect(slack.there).toEqual([0, 1]);

  for (let times = 0; times < 500; times += 1) slack.news(1).heard();
  await slack.pass(60_000);
  for (let times = 0; times < 500; times += 1) slack.news(1).heard();
  await slack.pass(60_000);

  expect(slack.there).toEqual([1, 2]);
});

it('closes everything on stopping, and opens nothing afterwards', async () => {
  const slack = aSlack();
  await slack.start();
  slack.news(0).unwanted('refresh_requested');
  await slack.pass(0);

  await slack.stop();
  slack.cut(1);
  await slack.pass(3_600_000);

  expect(slack.there).toEqual([]);
});
