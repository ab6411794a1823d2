import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { bundled } from './bundled.ts';

/** Another process that says things line by line. */
export interface Child {
  /** Everything it said so far. */
  readonly said: readonly string[];
  /** Resolves when it has said something that starts so. */
  says(start: string): Promise<void>;
  /** Kills it as hard as the system can, and waits until it is gone and all it said has been heard. */
  kill(): Promise<void>;
}

/** Runs a script, by its path from the project's root. */
export async function aChild(script: string, args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, [await bundled(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  const gone = Promise.all([once(child, 'exit'), once(lines, 'close')]);

  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await gone;
  }
  onTestFinished(kill);
  return {
    said,
    kill,
    says: (start) =>
      new Promise((resolve, reject) => {
        const look = () => said.some((line) => line.startsWith(start)) && resolve();
        lines.on('line', look);
        lines.on('close', () => reject(new Error(`The child ended without saying "${start}"`)));
        look();
      }),
  };
}
