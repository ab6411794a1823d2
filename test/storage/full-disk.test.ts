import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from './a-state-dir.ts';
import { bundled } from './bundled.ts';

it.each(['replace', 'append', 'place'])(
  'leaves what was there when there is no room for a whole %s',
  async (way) => {
    const folder = await aFolder();
    const path = join(folder, 'file');
    await writeFile(path, 'old\n');
    const script = await bundled('test/storage/children/write-too-much.ts');

    // No file of this process may grow beyond 8 blocks of 1024 bytes.
    const { stdout } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 8; exec "$0" "$1" "$2" "$3"', process.execPath, script, way, path],
      { encoding: 'utf8' },
    );

    expect(stdout).toBe('refused: EFBIG\n');
    expect(await readFile(path, 'utf8')).toBe('old\n');
    expect(await readdir(folder)).toEqual(['file']);
  },
);
