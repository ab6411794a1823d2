import { join } from 'node:path';
import { peopleFrom } from '../../src/access/people.ts';
import type { AuditJournal } from '../../src/access/ports.ts';
import { loadAnswers } from '../../src/answers/load-answers.ts';
import { idsFor } from '../../src/cloud/ids.ts';
import { labCloud } from '../../src/cloud/lab-cloud.ts';
import type { Faults } from '../../src/cloud/lab-hands.ts';
import { dailyDigest } from '../../src/conversation/daily-digest.ts';
import type { Forms } from '../../src/conversation/forms.ts';
import { type Home, home } from '../../src/conversation/home.ts';
import { joinConversation } from '../../src/conversation/join-conversation.ts';
import type { Links } from '../../src/conversation/links.ts';
import type { Helpdesk, Readers } from '../../src/conversation/ports.ts';
import type { Steps } from '../../src/conversation/steps.ts';
import type { Talk } from '../../src/conversation/talk-state.ts';
import type { Pressed, Turn } from '../../src/conversation/turn.ts';
import type { Welcome } from '../../src/conversation/welcome.ts';
import type { Unit } from '../../src/images/unit.ts';
import { jobRunner } from '../../src/jobs/job-runner.ts';
import { keepCard } from '../../src/jobs/keep-card.ts';
import type { Messenger } from '../../src/jobs/ports.ts';
import { sendDigests } from '../../src/jobs/send-digests.ts';
import { routeNotice } from '../../src/notices/route-notice.ts';
import { holding } from '../../src/notices/settings.ts';
import { jobReply } from '../../src/operations/job-reply.ts';
import { noticeReply } from '../../src/operations/notice-reply.ts';
import type { Operation } from '../../src/operations/operation.ts';
import type { Tools } from '../../src/operations/tools.ts';
import { root } from '../../src/root.ts';
import { memoryAuditJournal } from '../../src/storage/audit-journal.ts';
import { memoryFeedbackLog } from '../../src/storage/feedback-journal.ts';
import { memoryNoticeSettings } from '../../src/storage/notice-settings.ts';
import { memoryTalkStore } from '../../src/storage/talk-store.ts';
import { memoryTaughtPhrases } from '../../src/storage/taught-file.ts';
import { memoryUnitStore } from '../../src/storage/unit-store.ts';
import { readTenancy, type Tenancy } from '../../src/tenancy/read-tenancy.ts';
import { seedUnits } from '../../src/tenancy/seed-units.ts';
import { loadUnderstanding } from '../../src/understanding/load-understanding.ts';
import type { Understander } from '../../src/understanding/meaning.ts';
import { loadWording } from '../../src/wording/load-wording.ts';
import { anyReader, type Reader } from '../../src/wording/reader.ts';
import { plainLines, type Reply } from '../../src/wording/reply.ts';
import type { Wording } from '../../src/wording/wording.ts';
import { aTime } from '../jobs/a-runner.ts';

/** Everything that is read from intents/ and data/: read once, used by many talks. */
export interface Library {
  readonly tenancy: Tenancy;
  readonly wording: Wording;
  readonly understander: Understander;
  readonly answers: Awaited<ReturnType<typeof loadAnswers>>;
}

/** Something Goldie said by itself. */
export interface Told {
  /** Channel, or a person's direct messages. */
  readonly place: string;
  readonly reply: Reply;
}

/** Where and when something is said; by default in the person's direct messages, as something new. */
export interface Moment {
  readonly where?: string;
  /** Given again, it is the same message, command or press once more. */
  readonly key?: string;
}

/** A talk with Goldie without Slack, on the demo tenancy, in a time that passes when it is told to. */
export interface TalkKit {
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly home: Home;
  readonly forms: Forms;
  readonly welcome: Welcome;
  readonly links: Links;
  readonly steps: Steps;
  readonly journal: AuditJournal;
  /** Notices in the order in which they were posted. */
  readonly told: readonly Told[];
  /** The newest state of each job's card, by job. */
  readonly cards: ReadonlyMap<string, Reply>;
  said(who: string, text: string, moment?: Moment): Promise<Reply>;
  ordered(who: string, command: string, text: string, moment?: Moment): Promise<Reply>;
  pressed(who: string, value: string, moment?: Moment): Promise<Pressed>;
  /** Lets time pass, so that jobs go on and notices are posted. */
  pass(ms: number): Promise<void>;
  unit(projectName: string): Promise<Unit>;
  /** What waits for somebody, and what was spoken of with them. */
  talkOf(who: string): Promise<Talk>;
  /** Changes a project behind Goldie's back, as somebody in the cloud's console would. */
  meanwhile(projectName: string, change: (unit: Unit) => Unit): Promise<void>;
  stop(): Promise<void>;
}

interface TalkKitOptions {
  /** `false`: no channel is set up to pass questions on to. */
  readonly helpdesk?: boolean;
  readonly faults?: Faults;
  readonly timeScale?: number;
}

export async function readLibrary(): Promise<Library> {
  const intents = join(root, 'intents');
  const [tenancy, wording, understander] = await Promise.all([
    readTenancy({
      tenancy: join(root, 'data', 'demo'),
      clouds: join(root, 'data', 'clouds'),
      defaultCloud: 'huawei',
    }),
    loadWording(join(intents, 'wording')),
    loadUnderstanding(intents),
  ]);
  const figures = [...tenancy.profiles].map(([id, profile]) => [id, { ...profile }] as const);
  const answers = await loadAnswers(intents, Object.fromEntries(figures));
  return { tenancy, wording, understander, answers };
}

export async function openTalk(library: Library, options: TalkKitOptions = {}): Promise<TalkKit> {
  const { tenancy, wording, understander, answers } = library;
  const { directory, profiles, channels } = tenancy;
  const { faults, timeScale = 1 } = options;
  const time = aTime();
  const { clock } = time;
  const units = memoryUnitStore(clock);
  await seedUnits(tenancy, units);
  const cloud = labCloud({
    units,
    directory,
    profiles,
    clock,
    timeScale,
    ...(faults && { faults }),
  });
  const people = peopleFrom(tenancy.people, directory);
  const settings = memoryNoticeSettings();
  const readers: Readers = {
    of: async (person) => zones[person] ?? anyReader,
  };
  const tools: Tools = {
    cloud,
    wording,
    timeScale,
    clock,
    archived: units.archived,
    settings,
    cause: (trigger, project) => ({
      ...trigger,
      newId: idsFor(trigger.key, cloud.profileOf(project).imageId.style),
    }),
  };
  const talkStore = memoryTalkStore();
  const journal = memoryAuditJournal();
  const told: Told[] = [];
  const asked = new Set<string>();
  const helpdesk: Helpdesk = {
    async post({ key, origin }, question) {
      if (asked.has(key)) return;
      asked.add(key);
      const inThread = 'channel' in origin && !origin.channel.startsWith('D');
      told.push({
        place: tenancy.helpdesk ?? '',
        reply: question(inThread ? `https://slack.example/${origin.channel}` : undefined),
      });
    },
  };
  const {
    conversation: talk,
    operations,
    actors: acting,
    steps,
  } = joinConversation({
    tools,
    people,
    profiles,
    understander,
    answers,
    talkStore,
    journal,
    readers,
    channels,
    log: memoryFeedbackLog(),
    taught: memoryTaughtPhrases(),
    helpdesk: options.helpdesk === false ? undefined : helpdesk,
    defaultCloud: 'huawei',
  });

  const cards = new Map<string, Reply>();
  const routes = routeNotice(settings, (project) => ({
    channel: channels.get(project),
    people: people.operatorsOf(project),
  }));
  const messenger: Messenger = {
    async post(notice) {
      const reply = noticeReply(wording, notice);
      if (!reply) return undefined;
      for (const route of await routes(notice)) {
        if ('hold' in route)
          await settings.people.change(route.hold, (own) => holding(own, notice));
        else told.push({ place: placeOf(route.post.channel), reply });
      }
      return { channel: '', ts: String(told.length) };
    },
    show: (job, unit) => void cards.set(job.id, jobReply(tools, job, unit)),
    showEnd: async (job, unit) => void cards.set(job.id, jobReply(tools, job, unit)),
  };
  const keep = keepCard(units, messenger, (project) => runner.touched(project));
  const complaints: string[] = [];
  const runner = jobRunner({
    units,
    hands: cloud,
    messenger,
    clock,
    timers: time.timers,
    log: { warn: ({ err }, message) => void complaints.push(`${message}: ${String(err)}`) },
  });
  cloud.onCommit((project) => runner.touched(project));
  await runner.start();
  const digests = sendDigests({
    people: () => people.all().map(({ slackId }) => slackId),
    settings: settings.people,
    zoneOf: async (person) => (await readers.of(person)).zone,
    compose: dailyDigest(tools, acting, people),
    post: async (person, reply) => told.push({ place: direct(person), reply }),
    clock,
    timers: time.timers,
    log: { warn: ({ err }, message) => void complaints.push(`${message}: ${String(err)}`) },
  });
  settings.onChange(() => digests.wake());
  digests.wake();

  let turns = 0;
  function turnOf(who: string, { where = direct(who), key }: Moment): Turn {
    turns += 1;
    return { who, key: key ?? `turn-${turns}`, where, origin: { channel: where } };
  }

  async function shown(reply: Reply, turn: Turn): Promise<Reply> {
    if (reply.card) await keep(reply.card, { channel: turn.where, ts: turn.key });
    await settled();
    return reply;
  }

  async function settled(): Promise<void> {
    await runner.idle();
    await digests.idle();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  }

  return {
    wording,
    operations,
    home: home(tools, acting),
    forms: talk.forms,
    welcome: talk.welcome,
    links: talk.links,
    steps,
    journal,
    told,
    cards,
    async said(who, text, moment = {}) {
      const turn = turnOf(who, moment);
      return shown(await talk.said(turn, text), turn);
    },
    async ordered(who, command, text, moment = {}) {
      const turn = turnOf(who, moment);
      return shown(await talk.ordered(turn, command, text), turn);
    },
    async pressed(who, value, moment = {}) {
      const turn = turnOf(who, moment);
      const pressed = await talk.pressed(turn, value);
      if (pressed.shows) told.push({ place: turn.where, reply: pressed.shows });
      await shown(pressed.reply, turn);
      return pressed;
    },
    pass: (ms) => time.pass(ms, settled),
    unit: async (name) => (await unitOf(name)).value,
    talkOf: async (who) => (await talkStore.read(who)).value,
    async meanwhile(name, change) {
      const { value, version } = await unitOf(name);
      if (!(await units.commit(value.project, version, change(value))))
        throw new Error(`somebody else changed ${name} at the same time`);
      runner.touched(value.project);
      await settled();
    },
    stop: async () => {
      await digests.stop();
      await runner.stop();
    },
  };

  async function unitOf(name: string) {
    const project = directory.projects().find((one) => one.name === name);
    const stored = project && (await units.read(project.id));
    if (!stored) throw new Error(`the demo has no project ${name}`);
    return stored;
  }
}

/** As in Slack: what is said to a person is said in their direct messages. */
function placeOf(channel: string): string {
  return /^[UW]/.test(channel) ? direct(channel) : channel;
}

/** Where people are; others read UTC. */
const zones: Readonly<Record<string, Reader>> = {
  U0WEBOP: { zone: 'Europe/Berlin', locale: 'de-DE' },
  U0DATOP: { zone: 'America/New_York', locale: 'en-US' },
};

/** Where a person talks with Goldie alone. */
export function direct(who: string): string {
  return `D${who}`;
}

/** What a reply says, down to its small print, as plain text. */
export function everyWord(reply: Reply): string {
  return plainLines(reply).join('\n');
}
