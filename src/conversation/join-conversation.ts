import type { People } from '../access/people.ts';
import type { AuditJournal } from '../access/ports.ts';
import type { Answers } from '../answers/answer.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import { catalog } from '../operations/catalog.ts';
import type { Operation } from '../operations/operation.ts';
import type { Tools } from '../operations/tools.ts';
import type { Understander } from '../understanding/meaning.ts';
import { nearest } from '../understanding/nearest.ts';
import { type Actors, actors } from './actors.ts';
import { answering } from './answering.ts';
import { doing } from './doing.ts';
import type { FeedbackLog, Helpdesk, Readers, TalkStore, TaughtPhrases } from './ports.ts';
import { proposals } from './proposals.ts';
import { questions } from './questions.ts';
import { type Steps, steps } from './steps.ts';
import { type Conversation, conversation } from './talk.ts';
import { talks } from './talks.ts';
import { type Topics, topicsIn } from './topics.ts';

/** What a conversation is put together from. */
export interface ConversationParts {
  readonly tools: Tools;
  readonly people: People;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly understander: Understander;
  readonly answers: Answers;
  readonly talkStore: TalkStore;
  readonly journal: AuditJournal;
  readonly readers: Readers;
  /** The channels of projects. */
  readonly channels: ReadonlyMap<ProjectId, string>;
  readonly log: FeedbackLog;
  readonly taught: TaughtPhrases;
  readonly helpdesk: Helpdesk | undefined;
  /** Cloud profile of somebody who acts for no project. */
  readonly defaultCloud: string;
  /** Runs something a little later, once for many turns; without it at once. */
  readonly later?: (run: () => void) => void;
}

/** A conversation, and the pieces of it that others need as well. */
export interface Joined {
  readonly conversation: Conversation;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly actors: Actors;
  readonly topics: Topics;
  readonly steps: Steps;
}

/** Joins the pieces of this room to a conversation. */
export function joinConversation(parts: ConversationParts): Joined {
  const { tools, people, profiles, answers, journal, readers, later, talkStore, ...others } = parts;
  const { wording, cloud, clock } = tools;
  const operations = catalog(tools);
  const kept = talks(talkStore, clock);
  const acting = actors(people, cloud, kept, journal, tools.settings, readers, clock);
  const topics = topicsIn(kept, clock, later);
  const proposing = proposals(kept, wording, clock);
  return {
    operations,
    actors: acting,
    topics,
    steps: steps({ tools, actors: acting, talks: kept, operations, proposals: proposing }),
    conversation: conversation({
      ...others,
      talks: kept,
      actors: acting,
      people,
      profiles,
      wording,
      operations,
      answers,
      answering: answering(answers, wording, operations, profiles),
      doing: doing({
        actors: acting,
        wording,
        operations,
        questions: questions(kept, wording, nearest, clock),
        proposals: proposing,
        topics,
      }),
      proposals: proposing,
      topics,
      clock,
    }),
  };
}
