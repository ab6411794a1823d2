import { join } from 'node:path';
import type { Inbox } from '../slack/ports.ts';
import type { FileFormat } from './file-format.ts';
import { InboxEntry, inboxMemory } from './inbox-memory.ts';
import { openJournal } from './journal.ts';
import type { StateDir } from './state-dir.ts';

const format: FileFormat<InboxEntry> = { name: 'inbox', schema: InboxEntry, migrations: [] };

/** A journal that has grown by so much since it was last rewritten is rewritten, bytes. */
const growth = 8 * 1024 * 1024;

/** The inbox as a journal in the state folder. @throws StateFault when the journal cannot be read */
export async function journalInbox(
  { path }: StateDir,
  clock: () => number = Date.now,
  rewriteAfter = growth,
): Promise<Inbox> {
  const journal = await openJournal(join(path, 'inbox.ndjson'), format);
  const memory = inboxMemory();
  for (const entry of journal.found) memory.take(entry);
  const left = new Set(memory.unanswered().map(({ key }) => key));
  await journal.rewrite(() => memory.entries(clock()));

  const underWay = new Map<string, Promise<void>>();
  let rewriting = false;
  let rewriteAt = journal.size + rewriteAfter;

  async function write(entry: InboxEntry): Promise<void> {
    await journal.append(entry);
    if (rewriting || journal.size < rewriteAt) return;
    rewriting = true;
    journal
      .rewrite(() => memory.entries(clock()))
      // An inbox that could not be shortened is still a whole one; it is tried again as it grows on.
      .catch(() => undefined)
      .finally(() => {
        rewriting = false;
        rewriteAt = journal.size + rewriteAfter;
      });
  }

  return {
    async record(key, body) {
      if (memory.has(key)) {
        await underWay.get(key);
        return 'known';
      }
      const entry: InboxEntry = { kind: 'came', key, at: clock(), body };
      memory.take(entry);
      const written = write(entry);
      underWay.set(key, written);
      try {
        await written;
      } catch (error) {
        memory.forget(key);
        throw error;
      } finally {
        underWay.delete(key);
      }
      return 'new';
    },
    done(key) {
      left.delete(key);
      const entry: InboxEntry = { kind: 'answered', key, at: clock() };
      memory.take(entry);
      // Not written down, it is handed out again after a restart; its effects carry its key and are not repeated.
      journal.appendLater(entry);
    },
    unanswered: () => memory.unanswered().filter(({ key }) => left.has(key)),
    close: () => journal.close(),
  };
}

/** An inbox that lasts as long as the process. It has no earlier life, so nothing of one is unanswered. */
export function memoryInbox(clock: () => number = Date.now): Inbox {
  const memory = inboxMemory();
  return {
    async record(key, body) {
      if (memory.has(key)) return 'known';
      memory.entries(clock());
      memory.take({ kind: 'came', key, at: clock(), body });
      return 'new';
    },
    done: (key) => memory.take({ kind: 'answered', key, at: clock() }),
    unanswered: () => [],
    close: async () => undefined,
  };
}
