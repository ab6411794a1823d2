import type { Stored } from '../cloud/ports.ts';
import type { Reader } from '../wording/reader.ts';
import type { Reply } from '../wording/reply.ts';
import type { FeedbackEntry, TaughtPhrase } from './feedback-entry.ts';
import type { Talk } from './talk-state.ts';
import type { Turn } from './turn.ts';

/** Keeps what is pending in the talk with one person. Same promises as the unit store. */
export interface TalkStore {
  read(person: string): Promise<Stored<Talk>>;
  commit(person: string, basedOn: number, next: Talk): Promise<boolean>;
}

/** Keeps what people were not served well with. Append only; durable when it resolves. */
export interface FeedbackLog {
  append(entry: FeedbackEntry): Promise<void>;
  /** Each entry once, oldest first. */
  entries(): readonly FeedbackEntry[];
}

/** Keeps taught phrases where people can review them. */
export interface TaughtPhrases {
  all(): readonly TaughtPhrase[];
  /** Replaces all phrases by what the step makes of them; durable when it resolves. */
  change(step: (phrases: readonly TaughtPhrase[]) => readonly TaughtPhrase[]): Promise<void>;
}

/** Knows how people read times. Never fails: somebody about whom nothing is known is any reader. */
export interface Readers {
  of(person: string): Promise<Reader>;
}

/** The channel where people answer what Goldie cannot. */
export interface Helpdesk {
  /** Posts a question; `question` words it, with a link to where it was asked if there is one. Once for a turn. */
  post(turn: Turn, question: (link: string | undefined) => Reply): Promise<void>;
}
