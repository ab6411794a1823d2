import { join } from 'node:path';
import { z } from 'zod';
import type { NoticeSettings } from '../notices/ports.ts';
import { ChannelSettings, PersonSettings } from '../notices/settings.ts';
import { type Documents, filedDocuments, heldDocuments } from './documents.ts';
import type { FileFormat } from './file-format.ts';
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

/** Settings as files: `settings/<Slack id>.json` of people, `channels/<project>.json` of the channels of projects. */
export function filedNoticeSettings({ path }: Pick<StateDir, 'path'>): NoticeSettings {
  return noticeSettings(
    filedDocuments(ofPerson, (person) => join(path, 'settings', `${person}.json`)),
    filedDocuments(ofChannel, (project) => join(path, 'channels', `${project}.json`)),
  );
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
