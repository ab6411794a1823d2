import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Library, openTalk, readLibrary, type TalkKit } from '../support/talk-kit.ts';

const wendy = 'U0WEBOP';
const share = { image: 'web-golden', projects: 'team-data' };

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);
beforeEach(async () => {
  kit = await openTalk(library);
});
afterEach(() => kit.stop());

const run = (step: string, inputs: unknown, key = 'step:Fx1') =>
  kit.steps.run({ who: wendy, key, where: wendy, origin: { person: wendy } }, step, inputs);

it('a step that runs twice begins one job', async () => {
  const inputs = { server: 'web-01', name: 'web-step' };

  const first = await run('create_image', inputs);
  const again = await run('create_image', inputs);

  expect(first).toMatchObject({ kind: 'done' });
  expect(again).toEqual(first);
  const { jobs } = await kit.unit('team-web');
  expect(jobs.filter(({ imageName }) => imageName === 'web-step')).toHaveLength(1);
});

it('a plan that nobody agreed to in time ends the step with nothing done', async () => {
  const asked = await run('share_image', share);
  const early = await kit.steps.agreed(wendy, 'step:Fx1');

  await kit.pass(16 * 60_000);

  expect(asked).toMatchObject({ kind: 'asks', who: wendy, proposal: 'step:Fx1' });
  expect(early).toBeUndefined();
  expect(await kit.steps.agreed(wendy, 'step:Fx1')).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('nobody agreed to this in time'),
  });
});

it('a plan that became impossible before it was agreed to is not told as done', async () => {
  const asked = await run('share_image', share);
  await kit.meanwhile('team-web', (unit) => ({
    ...unit,
    images: unit.images.filter(({ name }) => name !== 'web-golden'),
  }));

  const [agree] = asked.kind === 'asks' ? (asked.plan.choices ?? []) : [];
  await kit.pressed(wendy, agree?.value ?? '');

  expect(await kit.steps.agreed(wendy, 'step:Fx1')).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('could not be done'),
  });
});

it.each([
  ['nothing filled in', 'share_image', {}, 'fill in every field'],
  ['nothing but spaces', 'create_image', { server: ' ', name: 'x' }, 'fill in every field'],
  ['no inputs at all', 'wait_for_job', undefined, 'fill in every field'],
  ['a step of another edition', 'paint_image', {}, 'I don’t know this step'],
  ['a project that is none', 'share_image', { ...share, projects: 'team-nowhere' }, 'team-nowhere'],
])('a step with %s fails with what to do', async (_, step, inputs, words) => {
  const end = await run(step, inputs);

  expect(end).toMatchObject({ kind: 'failed' });
  expect(end.kind === 'failed' && end.error.replaceAll("'", '’')).toContain(words);
});
