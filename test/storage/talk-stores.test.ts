import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TalkStore } from '../../src/conversation/ports.ts';
import { Talk } from '../../src/conversation/talk-state.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbTalkStore, memoryTalkStore } from '../../src/storage/talk-store.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { data, web } from './units.ts';

const empty = Talk.parse({ schema: 1 });
const aboutWeb = Talk.parse({ schema: 1, project: web });
const aboutData = Talk.parse({ schema: 1, project: data });

talkStoreContract('memory', async () => memoryTalkStore());
talkStoreContract('lowdb', async () => lowdbTalkStore(await aStateDir()));

function talkStoreContract(name: string, open: () => Promise<TalkStore>): void {
  describe(`a ${name} talk store`, () => {
    it('has nothing pending with somebody new', async () => {
      expect(await (await open()).read('U0NEW')).toEqual({ value: empty, version: 0 });
    });

    it('gives back what was committed', async () => {
      const store = await open();

      expect(await store.commit('U0WEBOP', 0, aboutWeb)).toBe(true);

      expect(await store.read('U0WEBOP')).toEqual({ value: aboutWeb, version: 1 });
      expect(await store.read('U0DATOP')).toEqual({ value: empty, version: 0 });
    });

    it('lets one of two racing commits win', async () => {
      const store = await open();

      const won = await Promise.all([
        store.commit('U0WEBOP', 0, aboutWeb),
        store.commit('U0WEBOP', 0, aboutData),
      ]);

      expect(won.toSorted()).toEqual([false, true]);
    });

    it.each(['../../etc/passwd', 'u0low', '', 'U0/X', 'U0.'])(
      'does not take "%s" for a person',
      async (person) => {
        const store = await open();

        await expect(store.read(person)).rejects.toThrow(/Slack ID/);
        await expect(store.commit(person, 0, empty)).rejects.toThrow(/Slack ID/);
      },
    );
  });
}

it('is read again after a restart', async () => {
  const folder = await aFolder();
  const before = await openStateDir(folder);
  await (await lowdbTalkStore(before)).commit('U0WEBOP', 0, aboutWeb);
  await before.close();

  const after = await lowdbTalkStore(await aStateDir(folder));

  expect(await after.read('U0WEBOP')).toEqual({ value: aboutWeb, version: 1 });
});

it('stops the start when what somebody said cannot be read, and names the file', async () => {
  const dir = await aStateDir();
  await (await lowdbTalkStore(dir)).commit('U0WEBOP', 0, aboutWeb);
  await writeFile(join(dir.path, 'talk', 'U0WEBOP.json'), '{"version":1,"rev');

  await expect(lowdbTalkStore(dir)).rejects.toThrow(/U0WEBOP\.json.*left as it is/);
});
