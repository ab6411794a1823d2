import { join } from 'node:path';
import { z } from 'zod';
import type { TalkStore } from '../conversation/ports.ts';
import { Talk } from '../conversation/talk-state.ts';
import { type Documents, filedDocuments, heldDocuments } from './documents.ts';
import type { FileFormat } from './file-format.ts';
import type { StateDir } from './state-dir.ts';

const format: FileFormat<Talk> = { name: 'talk', schema: Talk, migrations: [] };

/** Nothing but letters and digits, so that no name of a person can become a path. */
const SlackId = z.string().regex(/^[A-Z0-9]+$/, 'a Slack ID is capital letters and digits');

/** Talk as files, one per person, `talk/<Slack id>.json`. What it hands out is frozen. */
export function lowdbTalkStore(dir: StateDir): TalkStore {
  return talkStore(filedDocuments(format, (person) => join(dir.path, 'talk', `${person}.json`)));
}

/** Talk that lasts as long as the process; otherwise the same promises. */
export function memoryTalkStore(): TalkStore {
  return talkStore(heldDocuments(format));
}

/** Nothing is pending with a person who is new: an empty talk at version 0. */
function talkStore(talks: Documents<Talk>): TalkStore {
  return {
    read: async (person) =>
      (await talks.read(SlackId.parse(person))) ?? { value: Talk.parse({ schema: 1 }), version: 0 },
    commit: async (person, basedOn, next) => talks.commit(SlackId.parse(person), basedOn, next),
  };
}
