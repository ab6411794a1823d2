import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** One Goldie after the other, each in a process of its own, all with the same settings. */
export interface Lives {
  /** Resolves when the Goldie of now is connected and has taken up what the one before left. */
  ready(): Promise<void>;
  /** Kills Goldie as hard as the system can, and starts the next one. */
  crash(): Promise<void>;
  /** Asks the last one to stop, and waits until it has. Rejects when it does not stop cleanly. */
  end(): Promise<void>;
  /** Ends the last one, whatever it is doing. */
  kill(): Promise<void>;
}

interface Life {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** False: it was gone before. */
  readonly connected: Promise<boolean>;
  readonly gone: Promise<unknown>;
  /** What it wrote on stderr. */
  readonly complaints: () => string;
}

export function lives(main: string, settings: Readonly<Record<string, string>>): Lives {
  let life = Promise.resolve(begin(main, settings));
  return {
    async ready() {
      for (;;) {
        const now = await life;
        if (await now.connected) return;
        if ((await life) === now) throw new Error(`Goldie gave up: ${now.complaints()}`);
      }
    },
    async crash() {
      const dying = await life;
      if (dying.process.exitCode !== null)
        throw new Error(`Goldie was dead before it was killed: ${dying.complaints()}`);
      dying.process.kill('SIGKILL');
      life = dying.gone.then(() => begin(main, settings));
      await life;
    },
    async end() {
      const last = await life;
      last.process.kill('SIGTERM');
      await last.gone;
      if (last.process.exitCode !== 0)
        throw new Error(`Goldie did not stop cleanly: ${last.complaints()}`);
    },
    async kill() {
      const last = await life;
      last.process.kill('SIGKILL');
      await last.gone;
    },
  };
}

function begin(main: string, settings: Readonly<Record<string, string>>): Life {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += String(text);
  });
  const connected = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (text) => String(text).includes('connected') && resolve(true));
    gone.then(
      () => resolve(false),
      () => resolve(false),
    );
  });
  return { process: child, connected, gone, complaints: () => complaints };
}
