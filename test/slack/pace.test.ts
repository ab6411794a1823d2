import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { pace } from '../../src/slack/pace.ts';
import { aTime } from '../jobs/a-runner.ts';

/** A pace in a time that passes when it is told to, and a note of what went out when. */
function aPace() {
  const time = aTime();
  const start = time.clock();
  const calm = pace(time);
  const went: string[] = [];
  const at = () => (time.clock() - start) / 1000;
  return {
    calm,
    went,
    at,
    pass: (ms: number) => time.pass(ms, soon),
    go: (name: string) => async () => void went.push(`${name} at ${at()}`),
    waiting: () => time.waiting,
  };
}

/** Lets everything that waits for nothing but its turn go on. */
async function soon(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

const post = (channel: string) => ({ method: 'chat.postMessage', channel });

/** Slack refuses one post to C1; ten seconds later it is there, and the channel has rested. */
async function refuseOnce(
  calm: ReturnType<typeof aPace>['calm'],
  pass: (ms: number) => Promise<void>,
): Promise<void> {
  let refusals = 1;
  const refused = calm.send(post('C1'), async () => {
    if (refusals-- > 0) throw new WebAPIRateLimitedError(2);
  });
  await soon();
  await pass(10_000);
  await refused;
}

const edit = (about: string, background = true) => ({ method: 'chat.update', about, background });

it('sends posts of one channel in their order, at once while Slack is content', async () => {
  const { calm, went, go } = aPace();
  const names = Array.from({ length: 300 }, (_, at) => `post ${at}`);

  await Promise.all(names.map((name) => calm.send(post('C1'), go(name))));

  expect(went).toEqual(names.map((name) => `${name} at 0`));
});

it('sends a few at once and then one a second where Slack has refused one for haste', async () => {
  const { calm, went, go, pass } = aPace();
  await refuseOnce(calm, pass);

  for (const name of ['a', 'b', 'c', 'd', 'e']) void calm.send(post('C1'), go(name));
  await soon();
  await pass(5_000);

  expect(went).toEqual(['a at 10', 'b at 10', 'c at 10', 'd at 11', 'e at 12']);
});

it('sends at once again when Slack has been content for ten minutes', async () => {
  const { calm, went, go, pass } = aPace();
  await refuseOnce(calm, pass);
  await pass(600_000);

  for (const name of ['a', 'b', 'c', 'd', 'e']) void calm.send(post('C1'), go(name));
  await soon();
  await pass(1_000);

  expect(went).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name} at 610`));
});

it('lets no thread of a channel wait for the post before in another', async () => {
  const { calm, went, go } = aPace();
  void calm.send({ ...post('C1'), thread: '1' }, () => new Promise<void>(() => {}));

  await calm.send({ ...post('C1'), thread: '2' }, go('elsewhere'));

  expect(went).toEqual(['elsewhere at 0']);
});

it('does not send a post before the one ahead of it in the channel has arrived', async () => {
  const { calm, went, go } = aPace();
  let arrive = () => {};
  const first = calm.send(post('C1'), () => new Promise<void>((done) => (arrive = done)));
  const second = calm.send(post('C1'), go('second'));
  await soon();
  expect(went).toEqual([]);

  arrive();
  await Promise.all([first, second]);

  expect(went).toEqual(['second at 0']);
});

it('lets no channel wait for another', async () => {
  const { calm, went, go, pass } = aPace();
  await refuseOnce(calm, pass);
  for (const name of ['a', 'b', 'c', 'd']) void calm.send(post('C1'), go(name));

  await calm.send(post('C2'), go('elsewhere'));

  expect(went).toContain('elsewhere at 10');
  expect(went).not.toContain('d at 10');
});

it('waits as long as Slack says, and holds up only the channel that Slack spoke of', async () => {
  const { calm, went, go, pass } = aPace();
  let refusals = 1;
  const refused = calm.send(post('C1'), async () => {
    if (refusals-- > 0) throw new WebAPIRateLimitedError(7);
    await go('a')();
  });
  await soon();
  const behind = calm.send(post('C1'), go('b'));
  await calm.send(post('C2'), go('c'));
  await pass(6_999);
  expect(went).toEqual(['c at 0']);

  await pass(2_000);
  await Promise.all([refused, behind]);

  expect(went).toEqual(['c at 0', 'a at 7', 'b at 7']);
});

it('gives a call up that Slack finds hasty every time', async () => {
  const { calm, pass } = aPace();
  let tries = 0;
  const hopeless = calm
    .send(post('C1'), async () => {
      tries += 1;
      throw new WebAPIRateLimitedError(1);
    })
    .catch((error: unknown) => error);
  await soon();
  await pass(60_000);

  expect(await hopeless).toBeInstanceOf(WebAPIRateLimitedError);
  expect(tries).toBe(5);
});

it('passes any other refusal on, and goes on with the next', async () => {
  const { calm, went, go } = aPace();

  const refused = calm.send(post('C1'), async () => Promise.reject(new Error('not_in_channel')));
  const next = calm.send(post('C1'), go('next'));

  await expect(refused).rejects.toThrow('not_in_channel');
  await next;
  expect(went).toEqual(['next at 0']);
});

it('makes only the latest of the edits that wait', async () => {
  const { calm, went, go } = aPace();
  let arrive = () => {};
  const first = calm.show(edit('card'), () => new Promise<void>((done) => (arrive = done)));
  const rest = ['10 %', '20 %', '30 %'].map((name) => calm.show(edit('card'), go(name)));
  await soon();

  arrive();
  await Promise.all([first, ...rest]);

  expect(went).toEqual(['30 % at 0']);
});

it('never lets an edit that was refused for haste come after the one that overtook it', async () => {
  const { calm, went, go, pass } = aPace();
  let refuse = (_: Error) => {};
  const old = calm.show(edit('card'), () =>
    new Promise<void>((_, reject) => (refuse = reject)).catch(async (error) => {
      went.push('old refused');
      throw error;
    }),
  );
  await soon();
  const newer = calm.show(edit('card', false), go('newer'));
  refuse(new WebAPIRateLimitedError(3));
  await soon();
  await pass(60_000);
  await Promise.all([old, newer]);

  expect(went).toEqual(['old refused', 'newer at 0']);
});

it('keeps room for answers however many edits wait', async () => {
  const { calm, went, go } = aPace();
  for (let card = 0; card < 100; card += 1) void calm.show(edit(`card ${card}`), go('edit'));
  await soon();
  const edits = went.length;
  expect(edits).toBeLessThan(25);

  await calm.show(edit('pressed message', false), go('answer'));

  expect(went.slice(edits)).toEqual(['answer at 0']);
});

it('makes every edit in the end, at no more than the rate Slack allows', async () => {
  const { calm, went, go, pass } = aPace();
  for (let card = 0; card < 100; card += 1) void calm.show(edit(`card ${card}`), go('edit'));
  await soon();
  const atOnce = went.length;

  await pass(60_000);
  expect(went.length - atOnce).toBeLessThanOrEqual(50);

  await pass(120_000);
  expect(went).toHaveLength(100);
});

it('waits for nothing when nothing is left to send', async () => {
  const { calm, go, pass, waiting } = aPace();
  for (const name of ['a', 'b', 'c', 'd']) void calm.send(post('C1'), go(name));
  await soon();
  await pass(5_000);

  expect(waiting()).toBe(0);
});
