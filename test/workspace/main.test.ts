import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { closing } from './support/workspaces.ts';

/** The program as a person would start it. */
function run(...options: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/workspace/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closing({ close: () => child.kill('SIGKILL') });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said, exit };
}

describe('npm run workspace', () => {
  it('prints what an app needs to connect, and ends when told to', async () => {
    const { child, said, exit } = run('--port', '0');
    await expect.poll(() => said.out, { timeout: 15_000 }).toMatch(/SLACK_APP_TOKEN=xapp-\S+\n/);

    const [, url] = /SLACK_API_URL=(\S+)/.exec(said.out) ?? [];
    const [, token] = /SLACK_BOT_TOKEN=(\S+)/.exec(said.out) ?? [];
    const response = await fetch(`${url}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    child.kill('SIGTERM');

    expect(await response.json()).toMatchObject({ ok: true, team: 'Golden Harbor' });
    expect(await exit).toBe(0);
  });

  it.each([
    [['--port', 'many'], '--port takes a number from 0 to 65535, not many.'],
    [['--deliver-to', 'http://127.0.0.1:1'], '--deliver-to needs --signing-secret.'],
    [['--seed', 'none.yml'], 'none.yml'],
  ])('%j is refused with one sentence', async (options, sentence) => {
    const { said, exit } = run(...options);

    expect(await exit).toBe(1);
    expect(said.err).toContain(sentence);
    expect(said.err.trim().split('\n')).toHaveLength(1);
  });
});
