import { join } from 'node:path';
import { FeedbackEntry } from '../conversation/feedback-entry.ts';
import type { FeedbackLog } from '../conversation/ports.ts';
import type { FileFormat } from './file-format.ts';
import { openJournal } from './journal.ts';
import type { StateDir } from './state-dir.ts';

const format: FileFormat<FeedbackEntry> = {
  name: 'feedback',
  schema: FeedbackEntry,
  migrations: [],
};

/** So many entries are kept at a start; older ones have had their time. */
const most = 2000;

/** Feedback in a file that only grows while Goldie runs. @throws StateFault when it cannot be read */
export async function feedbackJournal({
  path,
}: StateDir): Promise<FeedbackLog & { close(): Promise<void> }> {
  const journal = await openJournal(join(path, 'feedback.ndjson'), format);
  const memory = memoryFeedbackLog(journal.found.slice(-most));
  if (journal.found.length > most) await journal.rewrite(memory.entries);
  return {
    async append(entry) {
      await journal.append(entry);
      await memory.append(entry);
    },
    entries: memory.entries,
    close: () => journal.close(),
  };
}

/** Feedback that lasts as long as the process. */
export function memoryFeedbackLog(found: readonly FeedbackEntry[] = []): FeedbackLog {
  const entries = new Map(found.map((entry) => [entry.id, entry]));
  return {
    append: async (entry) => void entries.set(entry.id, structuredClone(entry)),
    entries: () => [...entries.values()],
  };
}
