import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { NoticeSettings } from '../notices/ports.ts';
import { ChannelSettings, PersonSettings } from '../notices/settings.ts';
import { checkAll } from './check-all.ts';
import { type Documents, filedDocuments, heldDocuments } from './documents.ts';
import type { FileFormat } from './file-format.ts';
import { makeFolder } from './replace-file.ts';
import { SlackId } from './slack-id.ts';
import type { StateDir } from './state-dir.ts';

const ofPerson: FileFormat<PersonSettings> = {
  name: 'settings',
  schema: PersonSettings,
  migrations: [],
};
const ofChannel: FileFormat<ChannelSettings> = {
  name: 'channel settings',
  schema: ChannelSettings,
  migrations: [],
};

/**
 * Settings as files: `settings/<Slack id>.json` of people, `channels/<project>.json` of the channels of projects. All of
 * them are read and checked first.
 * @throws StateFault when a file cannot be trusted
 */
export async function filedNoticeSettings({
  path,
}: Pick<StateDir, 'path'>): Promise<NoticeSettings> {
  const [people, channels] = await Promise.all([
    checked(join(path, 'settings'), ofPerson),
    checked(join(path, 'channels'), ofChannel),
  ]);
  return noticeSettings(people, channels);
}

async function checked<T>(folder: string, format: FileFormat<T>): Promise<Documents<T>> {
  const documents = filedDocuments(format, (key) => join(folder, `${key}.json`));
  await makeFolder(folder);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  await checkAll(
    files.map((name) => name.replace(/\.json$/, '')),
    documents.read,
  );
  return documents;
}

/** Settings that last as long as the process; otherwise the same promises. */
export function memoryNoticeSettings(): NoticeSettings {
  return noticeSettings(heldDocuments(ofPerson), heldDocuments(ofChannel));
}

function noticeSettings(
  people: Documents<PersonSettings>,
  channels: Documents<ChannelSettings>,
): NoticeSettings {
  const hearing = new Set<() => void>();
  const changed = () => {
    for (const run of hearing) run();
  };
  return {
    people: kept(people, PersonSettings, SlackId, changed),
    channels: kept(channels, ChannelSettings, z.string(), changed),
    onChange: (run) => void hearing.add(run),
  };
}

function kept<Key extends string, Settings>(
  documents: Documents<Settings>,
  schema: z.ZodType<Settings>,
  keys: z.ZodType<string>,
  changed: () => void,
) {
  const read = async (key: Key) => {
    const stored = await documents.read(keys.parse(key));
    return stored ?? { value: schema.parse({ schema: 1 }), version: 0 };
  };
  return {
    of: async (key: Key) => (await read(key)).value,
    async change(key: Key, step: (settings: Settings) => Settings): Promise<Settings> {
      for (;;) {
        const { value, version } = await read(key);
        const next = step(value);
        if (next === value) return next;
        if (!(await documents.commit(key, version, next))) continue;
        changed();
        return next;
      }
    },
  };
}
