import type { ProjectId } from '../images/ids.ts';
import type { ChannelSettings, PersonSettings } from './settings.ts';

/** Settings of one kind under a key each. What somebody never set is as at the beginning. */
interface Kept<Key, Settings> {
  of(key: Key): Promise<Settings>;
  /** Changes them one step at a time; durable when it resolves. Gives them as they are then. */
  change(key: Key, step: (settings: Settings) => Settings): Promise<Settings>;
}

/** Keeps who gets what news. */
export interface NoticeSettings {
  /** By Slack ID. */
  readonly people: Kept<string, PersonSettings>;
  /** Of the channels of projects, whichever channel that is. */
  readonly channels: Kept<ProjectId, ChannelSettings>;
  /** Calls back whenever settings were changed. */
  onChange(run: () => void): void;
}
