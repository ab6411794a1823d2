import type { Answer, Envelope } from '../delivery/delivery.ts';
import type { Manifest } from '../manifest.ts';
import type { WorkspaceSeed } from '../seed.ts';
import type { Directory } from '../text/typed-text.ts';
import { Agents } from './agents.ts';
import { Channels } from './channels.ts';
import { Ephemerals } from './ephemerals.ts';
import { Feed } from './feed.ts';
import { Files } from './files.ts';
import { FunctionRuns } from './function-runs.ts';
import { type Ids, idsFrom, secret } from './ids.ts';
import { MessageLog } from './message-log.ts';
import { People } from './people.ts';
import type { Ping } from './pings.ts';
import { ResponseUrls } from './response-urls.ts';
import { Streams } from './streams.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';

/** The line to the app. */
export interface AppLine {
  connected(): boolean;
  /** A one-time path for a new socket; undefined when the app is reached over HTTP. */
  socketPath(): string | undefined;
  /** Sends an event in its wrapping; delivery and retries happen by themselves. */
  tell(payload: Readonly<Record<string, unknown>>): void;
  /** Sends a command or an interaction and waits for the acknowledgement. */
  ask(envelope: Envelope): Promise<Answer>;
}

/** Everything one workspace knows, for those who act in it. */
export interface Team {
  readonly seed: WorkspaceSeed;
  readonly manifest: Manifest;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly ids: Ids;
  readonly feed: Feed;
  readonly people: People;
  readonly channels: Channels;
  readonly messages: MessageLog;
  readonly ephemerals: Ephemerals;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly files: Files;
  readonly agents: Agents;
  readonly streams: Streams;
  readonly functionRuns: FunctionRuns;
  /** Which message an unfurl_id stands for. */
  readonly unfurls: Map<string, { readonly channel: string; readonly ts: string }>;
  readonly pings: Ping[];
  readonly directory: Directory;
  /** Slack's old verification token: sent along, trusted by nobody. */
  readonly verification: string;
  readonly app: AppLine;
  /** What a workflow step is given to call back with. */
  readonly botToken: string;
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: () => string;
}

export function newTeam(known: {
  readonly seed: WorkspaceSeed;
  readonly manifest: Manifest;
  readonly clock: () => number;
  readonly app: AppLine;
  readonly botToken: string;
  readonly origin: () => string;
}): Team {
  const ids = idsFrom(known.clock);
  const feed = new Feed();
  const people = new People(known.seed, known.manifest.name);
  const channels = new Channels(known.seed, people);
  return {
    ...known,
    ids,
    feed,
    people,
    channels,
    messages: new MessageLog(),
    ephemerals: new Ephemerals(),
    views: new Views(ids, feed),
    triggers: new Triggers(known.clock),
    responseUrls: new ResponseUrls(known.clock),
    files: new Files(ids),
    agents: new Agents(known.clock, feed),
    streams: new Streams(known.clock),
    functionRuns: new FunctionRuns(ids, feed),
    unfurls: new Map(),
    pings: [],
    directory: directoryOf(people, channels),
    verification: secret(12),
  };
}

function directoryOf(people: People, channels: Channels): Directory {
  return {
    people: new Map(
      people.all.flatMap((member) => [
        [member.name.toLowerCase(), member.id],
        [member.handle, member.id],
      ]),
    ),
    channels: new Map(
      channels.all
        .filter((channel) => channel.kind !== 'im')
        .map((channel) => [channel.name, channel.id]),
    ),
  };
}
