import { beforeAll, describe, it, onTestFinished } from 'vitest';
import { type Library, openTalk, readLibrary } from '../support/talk-kit.ts';
import { play } from './play.ts';
import { readDialogs } from './read-dialogs.ts';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

describe.each([...readDialogs()])('%s', (_file, dialogs) => {
  it.each(dialogs.map((dialog) => [dialog.title, dialog] as const))(
    '%s',
    async (_title, dialog) => {
      const kit = await openTalk(library);
      onTestFinished(() => kit.stop());

      await play(dialog, kit);
    },
  );
});
