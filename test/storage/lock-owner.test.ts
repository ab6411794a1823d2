import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isGone } from '../../src/storage/lock-owner.ts';

it('knows an owner that lives from one that is dead', () => {
  expect(isGone({ pid: process.ppid, host: hostname(), life: 'other' })).toBe(false);
  expect(isGone({ pid: 2 ** 22 + 1, host: hostname(), life: 'other' })).toBe(true);
});

it.skipIf(!existsSync('/proc/self/stat'))(
  'takes an owner for dead that was killed and that nobody has buried yet',
  async () => {
    const careless = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30']);
    try {
      const [printed] = await once(careless.stdout, 'data');
      const pid = Number(String(printed));
      await expect
        .poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), { timeout: 10_000 })
        .toContain(') Z ');

      expect(isGone({ pid, host: hostname(), life: 'other' })).toBe(true);
    } finally {
      careless.kill('SIGKILL');
    }
  },
);
