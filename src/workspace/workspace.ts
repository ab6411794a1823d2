/** A local Slack: Web API, Socket Mode or signed HTTP, and a web page, on loopback. */
import type { Server } from 'node:http';
import type { Tokens } from './api/call-method.ts';
import { Chaos } from './chaos/chaos.ts';
import { chaoticDelivery } from './chaos/chaotic-delivery.ts';
import { incidents } from './chaos/incidents.ts';
import type { Delivery } from './delivery/delivery.ts';
import { EventQueue } from './delivery/event-queue.ts';
import { type HttpTarget, SignedHttp } from './delivery/signed-http.ts';
import { SocketMode } from './delivery/socket-mode.ts';
import { type Call, type Failure, Journal } from './http/journal.ts';
import { PageLive } from './http/page-live.ts';
import { listen, newServer } from './http/server.ts';
import { type Person, personAt } from './keyboard/person.ts';
import { seenIn, seenInThread } from './keyboard/seen-in.ts';
import type { SeenMessage } from './keyboard/seen-message.ts';
import { type WaitOptions, Watch } from './keyboard/watch.ts';
import { readManifest } from './manifest.ts';
import type { WorkspaceSeed } from './seed.ts';
import type { FunctionRun } from './team/function-runs.ts';
import { secret } from './team/ids.ts';
import type { Ping } from './team/pings.ts';
import { openStateFile, type StateFile } from './team/state-file.ts';
import { type AppLine, newTeam, type Team } from './team/team.ts';
import { Recorder } from './workshop/recorder.ts';
import { resetTeam } from './workshop/reset.ts';
import { Trace } from './workshop/trace.ts';
import { tracedDelivery } from './workshop/traced-delivery.ts';
import type { ChaosSettings, Incident, TraceEntry } from './workshop-api.ts';

export interface WorkspaceOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Text of the app's manifest.yml. */
  readonly manifest: string;
  readonly seed: WorkspaceSeed;
  /** Made up when left out. */
  readonly tokens?: Tokens;
  /** Folder of the built web page. */
  readonly pageDir?: string;
  /** Where messages and views are kept across restarts; without it they live in memory. */
  readonly stateFile?: string;
  /** Deliver by signed HTTP instead of over Socket Mode. */
  readonly deliverTo?: HttpTarget;
  /** Milliseconds since 1970; decides about stamps and about what has expired. */
  readonly clock?: () => number;
  /** How many times faster than Slack events are delivered again. */
  readonly timeScale?: number;
  /** How long the app has to acknowledge, in milliseconds; Slack's 3000 when left out. */
  readonly ackWithinMs?: number;
}

export interface Workspace {
  /** Where the web page is: `http://127.0.0.1:port`. */
  readonly url: string;
  /** What `SLACK_API_URL` has to be for an app to find this workspace. */
  readonly apiUrl: string;
  readonly tokens: Tokens;
  /** Web API calls, newest last. The newest 10,000 at least are kept. */
  readonly calls: readonly Call[];
  /** Who was notified by which message. */
  readonly pings: readonly Ping[];
  /** @throws Error when there is no such person */
  as(user: string): Person;
  /** Messages outside threads that a person sees in a channel, oldest first, ephemeral ones included. */
  messages(channel: string, options: { readonly as: string }): readonly SeenMessage[];
  /** A thread as a person sees it, its first message included. */
  thread(channel: string, ts: string, options: { readonly as: string }): readonly SeenMessage[];
  /**
   * The newest message that fits, or the next one that appears or is edited. Of what is already
   * there the last 1000 messages are looked at.
   * @throws Error that quotes the last messages when none fits in time
   */
  waitFor(fits: (message: SeenMessage) => boolean, options?: WaitOptions): Promise<SeenMessage>;
  /** Workflow steps that were run, oldest first. */
  runs(): readonly FunctionRun[];
  /** Open sockets of the app. */
  connections(): number;
  /** Asks the app's sockets to reconnect, as Slack does now and then. */
  refreshSockets(): void;
  /** Cuts the app's sockets without a word. */
  dropSockets(): void;
  /** Delivers the last event once more, as Slack sometimes does. */
  repeatLastEvent(): void;
  /** Makes the app's next call of a method fail; several calls queue up. */
  failNext(method: string, failure: Failure): void;
  /** Switches disturbances on or off; what is left out stays as it is. */
  disturb(changes: Partial<ChaosSettings>): void;
  /** Switches all disturbances off. */
  calm(): void;
  /** Makes one thing happen that happens on Slack now and then. */
  have(incident: Incident): void;
  /** What passed between the workspace and the app, oldest first, without tokens. */
  trace(): readonly TraceEntry[];
  /** Forgets all that was said, shown and shared. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts a workspace on 127.0.0.1.
 * @throws Error with one plain sentence when the port, manifest or state file cannot be used
 */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { clock = Date.now, ackWithinMs = 3000, seed, deliverTo } = options;
  const tokens = options.tokens ?? {
    bot: `xoxb-local-${secret()}`,
    app: `xapp-local-${secret()}`,
  };
  const sockets = deliverTo ? undefined : new SocketMode(seed.app.id, ackWithinMs);
  const chaos = new Chaos();
  const trace = new Trace(clock);
  const line = sockets ?? new SignedHttp(httpTarget(deliverTo), clock, ackWithinMs);
  const delivery = chaoticDelivery(tracedDelivery(line, trace), chaos);
  const events = new EventQueue(delivery, options.timeScale ?? 1);
  let origin = '';
  const team = newTeam({
    seed,
    manifest: readManifest(options.manifest),
    clock,
    botToken: tokens.bot,
    origin: () => origin,
    app: appLine(delivery, events, sockets),
  });
  const state = options.stateFile ? await openStateFile(team, options.stateFile) : undefined;
  const watch = new Watch(team);
  const live = new PageLive(team);
  const journal = new Journal();
  const haveIncident = incidents(team, events, sockets);
  const workshop = { team, chaos, trace, recorder: new Recorder(team), haveIncident };
  const server = newServer({
    team,
    tokens,
    journal,
    live,
    workshop,
    sockets,
    pageDir: options.pageDir,
  });
  const stop = () => closeAll({ events, watch, delivery, live, server, state });
  try {
    origin = `http://127.0.0.1:${(await listen(server, options.port)).port}`;
  } catch (error) {
    await stop();
    throw error;
  }
  followConnection(team, delivery, events);
  return {
    url: origin,
    apiUrl: `${origin}/api/`,
    tokens,
    calls: journal.calls,
    pings: team.pings,
    as: (user) => personAt(team, watch, user),
    messages: (channel, { as }) => seenIn(team, channel, as),
    thread: (channel, ts, { as }) => seenInThread(team, channel, ts, as),
    waitFor: (fits, waiting) => watch.message(fits, waiting),
    runs: () => team.functionRuns.all(),
    connections: () => delivery.connections(),
    refreshSockets: () => haveIncident('refresh-sockets'),
    dropSockets: () => haveIncident('drop-sockets'),
    repeatLastEvent: () => haveIncident('repeat-last-event'),
    failNext: (method, failure) => journal.failNext(method, failure),
    disturb: (changes) => chaos.set(changes),
    calm: () => chaos.calm(),
    have: haveIncident,
    trace: () => trace.since(0),
    reset: () => resetTeam(team),
    close: stop,
  };
}

function httpTarget(target: HttpTarget | undefined): HttpTarget {
  if (target) return target;
  throw new Error('There is no address to deliver to.');
}

function appLine(delivery: Delivery, events: EventQueue, sockets: SocketMode | undefined): AppLine {
  return {
    connected: () => delivery.connected(),
    socketPath: () => sockets?.ticket(),
    tell: (payload) => events.send(payload),
    ask: (envelope) => delivery.send(envelope),
  };
}

/** Sends what waited for a connection, and tells the page whether the app is there. */
function followConnection(team: Team, delivery: Delivery, events: EventQueue): void {
  let was = delivery.connected();
  delivery.onChange(() => {
    const connected = delivery.connected();
    if (connected) events.connected();
    if (connected !== was) team.feed.tell({ type: 'bot', connected });
    was = connected;
  });
}

async function closeAll(parts: {
  readonly events: EventQueue;
  readonly watch: Watch;
  readonly delivery: Delivery;
  readonly live: PageLive;
  readonly server: Server;
  readonly state: StateFile | undefined;
}): Promise<void> {
  parts.events.close();
  parts.watch.close();
  await parts.delivery.close();
  await parts.live.close();
  await new Promise<void>((resolve) => {
    parts.server.close(() => resolve());
    parts.server.closeAllConnections();
  });
  await parts.state?.close();
}
