/** Keeps what was said, and the views, across restarts. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { areBlocks } from '../blocks/block-problems.ts';
import { isView, type KnownView } from '../blocks/view-problems.ts';
import { KeptFile, restoreFiles, writeFiles } from './kept-files.ts';
import type { StoredMessage } from './message.ts';
import type { Team } from './team.ts';
import type { StoredView } from './views.ts';

const Message = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  botId: z.string().optional(),
  clientMsgId: z.string().optional(),
  text: z.string(),
  blocks: z.custom<KnownBlock[]>((blocks) => areBlocks('message', blocks), 'not valid blocks'),
  attachments: z.array(z.unknown()).optional(),
  metadata: z.unknown().optional(),
  threadTs: z.string().optional(),
  editedTs: z.string().optional(),
  files: z
    .array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), url: z.string() }))
    .optional(),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).optional(),
});

const View = z.object({
  id: z.string(),
  user: z.string(),
  hash: z.string(),
  view: z.custom<KnownView>(isView, 'not a valid view'),
  rootId: z.string(),
  previousId: z.string().nullable(),
  values: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
});

const State = z.object({
  version: z.literal(1),
  files: z.array(KeptFile).default([]),
  messages: z.array(Message),
  views: z.array(View),
});

/** How long changes are gathered before they are written, in milliseconds. */
const gatherFor = 500;

export interface StateFile {
  /** Writes what is not written yet and stops watching. */
  close(): Promise<void>;
}

/**
 * Loads the file into the team if there is one, and from then on writes every change to it.
 * @throws Error that names the file and its faults; the file is left as it is
 */
export async function openStateFile(team: Team, path: string): Promise<StateFile> {
  const text = await textOf(path);
  const folder = `${path}.files`;
  const written = new Set<string>();
  if (text !== undefined) {
    const state = parsed(text, path);
    restore(team, state);
    await restoreFiles(team, folder, state.files);
    for (const { id } of state.files) written.add(id);
  }
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const save = () => {
    timer = undefined;
    writing = writing
      .then(() => writeFiles(team, folder, written))
      .then(() => writeWhole(path, snapshot(team)))
      .catch((error: unknown) => {
        process.stderr.write(`The workspace could not write ${path}: ${String(error)}\n`);
      });
  };
  const stop = team.feed.listen((news) => {
    if (news.type !== 'bot') timer ??= setTimeout(save, gatherFor);
  });
  return {
    async close() {
      stop();
      if (timer) {
        clearTimeout(timer);
        save();
      }
      await writing;
    },
  };
}

function restore(team: Team, state: z.infer<typeof State>): void {
  for (const message of inOrder(state.messages)) {
    team.messages.add(message);
    team.ids.notBefore(message.editedTs ?? message.ts);
  }
  team.views.restore(state.views);
}

function inOrder(messages: readonly StoredMessage[]): readonly StoredMessage[] {
  return messages.toSorted((one, other) => (one.ts < other.ts ? -1 : 1));
}

function snapshot(team: Team): string {
  const views: readonly StoredView[] = team.views.all();
  const files = team.files.completed().map(({ id, name, title }) => ({ id, name, title }));
  return `${JSON.stringify({ version: 1, messages: team.messages.all(), views, files })}\n`;
}

function parsed(text: string, path: string): z.infer<typeof State> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON. Move it away to start with an empty workspace.`);
  }
  const state = State.safeParse(value);
  if (state.success) return state.data;
  const faults = z.prettifyError(state.error);
  throw new Error(`${path} is damaged. Move it away to start with an empty workspace.\n${faults}`);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file is replaced whole, so that a crash leaves the old or the new one. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
}
