import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NoticeSettings } from '../../src/notices/ports.ts';
import { withDaily, withSilence } from '../../src/notices/settings.ts';
import { filedNoticeSettings, memoryNoticeSettings } from '../../src/storage/notice-settings.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { aFolder, aStateDir } from './a-state-dir.ts';
import { data, web } from './units.ts';

const now = '2026-11-20T10:00:00.000Z';

contract('memory', async () => memoryNoticeSettings());
contract('filed', async () => filedNoticeSettings(await aStateDir()));

function contract(name: string, open: () => Promise<NoticeSettings>): void {
  describe(`${name} notice settings`, () => {
    it('are as at the beginning for somebody who never set any', async () => {
      const settings = await open();

      expect(await settings.people.of('U0NEW')).toMatchObject({ ways: {}, held: [] });
      expect(await settings.channels.of(web)).toMatchObject({ silent: [] });
    });

    it('lose no change of several at once, and tell of each', async () => {
      const settings = await open();
      let changes = 0;
      settings.onChange(() => {
        changes += 1;
      });

      await Promise.all([
        settings.channels.change(web, (own) => withSilence(own, 'jobs', true)),
        settings.channels.change(web, (own) => withSilence(own, 'shares', true)),
      ]);

      expect((await settings.channels.of(web)).silent.toSorted()).toEqual(['jobs', 'shares']);
      expect((await settings.channels.of(data)).silent).toEqual([]);
      expect(changes).toBe(2);
    });

    it.each(['../../etc/passwd', ''])('do not take "%s" for a person', async (person) => {
      await expect((await open()).people.of(person)).rejects.toThrow(/Slack ID/);
    });
  });
}

it('are read again after a restart', async () => {
  const folder = await aFolder();
  const before = await openStateDir(folder);
  const first = await filedNoticeSettings(before);
  await first.people.change('U0WEBOP', (own) => withDaily(own, 8, now));
  await before.close();

  const after = await filedNoticeSettings(await aStateDir(folder));

  expect((await after.people.of('U0WEBOP')).daily).toEqual({ hour: 8, since: now });
});

it('stop the start when a file cannot be read, and leave it as it is', async () => {
  const dir = await aStateDir();
  const file = join(dir.path, 'settings', 'U0WEBOP.json');
  await mkdir(join(dir.path, 'settings'));
  await writeFile(file, '{"version":1,');

  await expect(filedNoticeSettings(dir)).rejects.toThrow(file);

  expect(await readFile(file, 'utf8')).toBe('{"version":1,');
});
