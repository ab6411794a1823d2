import { type FSWatcher, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Notices when something in a state folder is written. */
export interface StateWrites {
  /** Calls back at every change of a file, until the result is called. */
  listen(heard: () => void): () => void;
  /** Resolves after so many more changes. */
  after(count: number): Promise<void>;
  close(): void;
}

/** Watches the folders that hold what the story is about. */
export async function stateWrites(folder: string): Promise<StateWrites> {
  const folders = ['.', 'talk', join('units', 'eu-de')].map((name) => join(folder, name));
  const listeners = new Set<() => void>();
  const watchers: FSWatcher[] = [];
  for (const path of folders) {
    await mkdir(path, { recursive: true });
    watchers.push(
      watch(path, () => {
        for (const heard of [...listeners]) heard();
      }),
    );
  }
  const listen = (heard: () => void) => {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  };
  return {
    listen,
    after: (count) =>
      new Promise((resolve) => {
        let left = count;
        const deaf = listen(() => {
          left -= 1;
          if (left > 0) return;
          deaf();
          resolve();
        });
      }),
    close() {
      for (const watcher of watchers) watcher.close();
    },
  };
}
