import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { peopleFrom } from './access/people.ts';
import { answersOn } from './answers/load-answers.ts';
import { idsFor } from './cloud/ids.ts';
import { labCloud } from './cloud/lab-cloud.ts';
import { labFaults } from './cloud/lab-faults.ts';
import { dailyDigest } from './conversation/daily-digest.ts';
import { home } from './conversation/home.ts';
import { joinConversation } from './conversation/join-conversation.ts';
import type { ProjectId } from './images/ids.ts';
import type { Job } from './images/job.ts';
import type { Unit } from './images/unit.ts';
import type { StepFault } from './images/work/step-fault.ts';
import { jobRunner } from './jobs/job-runner.ts';
import { keepCard } from './jobs/keep-card.ts';
import { sendDigests } from './jobs/send-digests.ts';
import { systemTimers } from './jobs/system-timers.ts';
import { demoFolder, loadKnowledge } from './knowledge.ts';
import { routeNotice } from './notices/route-notice.ts';
import { jobReply } from './operations/job-reply.ts';
import { noticeReply } from './operations/notice-reply.ts';
import type { Tools } from './operations/tools.ts';
import { root } from './root.ts';
import { agent as agentOf } from './slack/agent.ts';
import { listenAsAgent } from './slack/agent-listeners.ts';
import { type Connection, connect } from './slack/connect.ts';
import { extras } from './slack/extras.ts';
import { tellAboutFaults } from './slack/faults.ts';
import { channelHelpdesk } from './slack/helpdesk.ts';
import { homeTab } from './slack/home-tab.ts';
import { guardIntake } from './slack/intake.ts';
import { jobCards } from './slack/job-cards.ts';
import { jobSessions } from './slack/job-sessions.ts';
import { listenForLinks } from './slack/links.ts';
import { listen } from './slack/listeners.ts';
import { messenger } from './slack/messenger.ts';
import { poster as posterFor } from './slack/poster.ts';
import { slackReaders } from './slack/readers.ts';
import { listenForSteps } from './slack/steps.ts';
import { auditJournal } from './storage/audit-journal.ts';
import { feedbackJournal } from './storage/feedback-journal.ts';
import { groupNote } from './storage/group-note.ts';
import { hearing } from './storage/hearing-units.ts';
import { journalInbox } from './storage/inbox.ts';
import { filedNoticeSettings } from './storage/notice-settings.ts';
import type { StateDir } from './storage/state-dir.ts';
import { filedStepWaits } from './storage/step-waits.ts';
import { lowdbTalkStore } from './storage/talk-store.ts';
import { taughtFile } from './storage/taught-file.ts';
import { lowdbUnitStore } from './storage/unit-store.ts';
import { openTenancy } from './tenancy/open-tenancy.ts';
import { loadUnderstanding } from './understanding/load-understanding.ts';
import { remembering } from './understanding/remembering.ts';
import { plain } from './wording/reply.ts';
import { wording as wordingOf } from './wording/wording.ts';

export interface GoldieSettings {
  readonly connection: Connection;
  readonly slackApiUrl: string;
  /** Opened by the caller, who closes it after the bot has stopped. */
  readonly stateDir: StateDir;
  /** File or folder; see data/README.md. */
  readonly tenancy: string;
  /** Cloud of projects that name none, and of people without a project. */
  readonly cloud: string;
  /** How much faster than documented the lab cloud works. */
  readonly timeScale: number;
  /** What happens to work for which the cloud has no room at the moment; it waits, unless given. */
  readonly whenFull?: 'wait' | 'refuse';
  /** Steps that the lab cloud fails at, before those that the tenancy names. */
  readonly labFaults?: readonly StepFault[];
  /** Days that a deleted image can be restored; 0: no recycle bin. Default: a week. */
  readonly binDays?: number;
  readonly log: Logger;
  /** Slack takes the tokens no more; `error` says what to do. Goldie hears nothing from then on. */
  readonly lost?: (error: Error) => void;
  /** ms since the epoch. */
  readonly clock?: () => number;
}

/** A running Goldie. */
export interface Goldie {
  /** Answers what is under way, then lets go of Slack. */
  stop(): Promise<void>;
}

const drainMs = 10_000;
/** How long what was spoken of waits to be written down together with more. */
const keepTopicsMs = 1_000;

/**
 * Puts the rooms together and opens the doors.
 * @throws an Error whose message is written for people when a setting, a file or Slack stands in the way; nothing has
 * been changed then.
 */
export async function startGoldie(settings: GoldieSettings): Promise<Goldie> {
  const { log, clock = Date.now, timeScale, whenFull } = settings;
  const knowledge = await loadKnowledge();
  const { stateDir } = settings;
  const [filed, understander] = await Promise.all([
    lowdbUnitStore(stateDir, clock),
    loadUnderstanding(join(root, 'intents'), {
      modelFile: join(root, 'dist', 'understanding', 'model.bin'),
      wordVectors: join(root, 'data', 'words', 'wordnet.bin'),
    }),
  ]);
  const tenancy = await openTenancy(
    {
      tenancy: settings.tenancy,
      written: settings.tenancy === demoFolder ? knowledge.demo : undefined,
      clouds: knowledge.clouds,
      defaultCloud: settings.cloud,
    },
    filed,
    (format, files) => groupNote(stateDir, format, files),
  );
  const { directory, profiles, channels } = tenancy;
  const wording = wordingOf(knowledge.sentences);

  const whenCommitted: ((project: ProjectId) => void)[] = [];
  const units = hearing(filed, (project) => {
    for (const run of whenCommitted) run(project);
  });
  const inbox = await journalInbox(stateDir, clock);
  const audit = await auditJournal(stateDir);
  const misses = await feedbackJournal(stateDir);
  const talks = await lowdbTalkStore(stateDir);
  const taught = await taughtFile(stateDir);
  const waits = await filedStepWaits(stateDir);

  const cloud = labCloud({
    units,
    directory,
    profiles,
    clock,
    timeScale,
    ...(whenFull && { whenFull }),
    faults: labFaults([...(settings.labFaults ?? []), ...tenancy.labFaults]),
    ...(settings.binDays !== undefined && { binDays: settings.binDays }),
  });
  const people = peopleFrom(tenancy.people, directory);
  const settled = await filedNoticeSettings(stateDir);
  const tools: Tools = {
    cloud,
    wording,
    timeScale,
    clock,
    archived: units.archived,
    settings: settled,
    cause: (trigger, project) => ({
      ...trigger,
      newId: idsFor(trigger.key, cloud.profileOf(project).imageId.style),
    }),
  };
  const slack = connect(settings.connection, settings.slackApiUrl, log, {
    time: { clock: Date.now, timers: systemTimers },
    ...(settings.lost && { lost: settings.lost }),
  });
  const poster = posterFor(slack.app.client, log);
  const { helpdesk } = tenancy;
  const readers = slackReaders(slack.app, log);
  const talking = joinConversation({
    tools,
    people,
    profiles,
    understander: remembering(understander),
    answers: answersOn(knowledge.topics),
    talkStore: talks,
    journal: audit,
    readers,
    channels,
    log: misses,
    taught,
    helpdesk:
      helpdesk === undefined ? undefined : channelHelpdesk(slack.app.client, poster, helpdesk, log),
    defaultCloud: settings.cloud,
    later: (run) => systemTimers.after(keepTopicsMs, run),
  });

  const more = extras(slack.app.client, log);
  const agent = agentOf(more, plain(wording.say('agent.thinking')));
  const sayJob = (job: Job, unit: Unit) => jobReply(tools, job, unit);
  const cards = jobSessions(jobCards(poster, sayJob, log), agent, sayJob);
  const delivery = messenger({
    poster,
    cards,
    word: (notice) => noticeReply(wording, notice),
    routes: routeNotice(settled, (project) => ({
      channel: channels.get(project),
      people: people.operatorsOf(project),
    })),
    people: settled.people,
  });
  const runner = jobRunner({
    units,
    hands: cloud,
    messenger: delivery,
    clock,
    timers: systemTimers,
    log,
  });
  cloud.onCommit((project) => runner.touched(project));
  const digests = sendDigests({
    people: () => people.all().map(({ slackId }) => slackId),
    settings: settled.people,
    zoneOf: async (person) => (await readers.patiently(person)).zone,
    compose: dailyDigest(tools, talking.actors, people),
    post: (person, digest, key) => poster.post({ channel: person }, digest, key, true),
    clock,
    timers: systemTimers,
    log,
  });
  settled.onChange(() => digests.wake());

  const tab = homeTab(slack.app, home(tools, talking.actors));
  whenCommitted.push(tab.changed);
  const intake = guardIntake(slack.app, inbox);
  const waiting = listenForSteps(slack.app, {
    steps: talking.steps,
    waits,
    unitOf: async (project) => (await units.read(project))?.value,
    poster,
    log,
  });
  whenCommitted.push(waiting.changed);
  listen(slack.app, {
    conversation: {
      ...talking.conversation,
      async pressed(turn, value) {
        const pressed = await talking.conversation.pressed(turn, value);
        waiting.answered(turn.who);
        return pressed;
      },
    },
    poster,
    keepCard: keepCard(units, delivery, runner.touched),
    showHome: tab.show,
    agent,
  });
  listenForLinks(slack.app, { links: talking.conversation.links, poster, extras: more });
  listenAsAgent(slack.app, { conversation: talking.conversation, poster, agent });
  tellAboutFaults(slack.app, poster, wording, () => randomUUID().slice(0, 8), log);

  const stop = async () => {
    await intake.drain(drainMs);
    await talking.topics.settle();
    cards.stop();
    await digests.stop();
    await runner.stop();
    await slack.stop();
    await inbox.close();
    await audit.close();
    await misses.close();
    await talks.close();
    await units.close();
  };
  try {
    await slack.start();
    await intake.replay();
    await runner.start();
    await waiting.resume();
    digests.wake();
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ projects: directory.projects().length }, 'goldie is connected');
  return { stop };
}
