import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { aFolder } from './a-state-dir.ts';

it.each(['replace', 'append'])(
  'leaves what was there when there is no room for a whole %s',
  async (way) => {
    const folder = await aFolder();
    const path = join(folder, 'file');
    await writeFile(path, 'old\n');
    const script = fileURLToPath(new URL('children/write-too-much.ts', import.meta.url));

    // No file of this process and its children may grow beyond 8 blocks of 1024 bytes.
    const { stdout } = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 8; exec "$0" --import tsx "$1" "$2" "$3"',
        process.execPath,
        script,
        way,
        path,
      ],
      { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
    );

    expect(stdout).toBe('refused: EFBIG\n');
    expect(await readFile(path, 'utf8')).toBe('old\n');
    expect(await readdir(folder)).toEqual(['file']);
  },
);
