import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Operation } from '../../src/operations/operation.ts';
import { type Library, openTalk, readLibrary } from '../support/talk-kit.ts';
import { endings, endingsIn, overheard, queryAnswers } from './overheard.ts';
import { play } from './play.ts';
import { readDialogs } from './read-dialogs.ts';

let library: Library;
/** What the dialogs came to, and all sentences that were said in them, by key. */
const shown = new Set<string>();
const said = new Set<string>();

beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

describe.each([...readDialogs()])('%s', (_file, dialogs) => {
  it.each(dialogs.map((dialog) => [dialog.title, dialog] as const))(
    '%s',
    async (_title, dialog) => {
      const { wording, keys } = overheard(library.wording);
      const kit = await openTalk({ ...library, wording });
      onTestFinished(() => kit.stop());

      await play(dialog, kit);

      for (const ending of endingsIn(keys)) shown.add(ending);
      for (const key of keys) said.add(key);
    },
  );
});

describe('between them the dialogs show', () => {
  it('every task done, refused and cancelled', async () => {
    const tasks = await idsOf('task');
    const wanted = tasks.flatMap((id) => endings.map((ending) => `${id} ${ending}`));

    expect(wanted.filter((one) => !shown.has(one))).toEqual([]);
  });

  it('every query with an answer, and with what is said when there is none', async () => {
    expect(Object.keys(queryAnswers).toSorted()).toEqual((await idsOf('query')).toSorted());

    const wanted = Object.entries(queryAnswers).flatMap(([id, keys]) =>
      keys.map((key) => `${id}: ${key}`),
    );
    expect(wanted.filter((one) => !said.has(one.replace(/^\S+ /, '')))).toEqual([]);
  });
});

async function idsOf(kind: Operation['kind']): Promise<readonly string[]> {
  const kit = await openTalk(library);
  await kit.stop();
  return [...kit.operations.values()].filter((one) => one.kind === kind).map(({ id }) => id);
}
