import { z } from 'zod';
import { Instant, ProjectId } from '../images/ids.ts';
import { KeptReply } from '../wording/reply-schema.ts';

const Slots = z.record(z.string(), z.array(z.string()).readonly()).readonly();

/** What somebody still has to say before something can be planned. */
export const PendingQuestion = z
  .object({
    id: z.string(),
    /** Channel and thread the question was asked in; an answer elsewhere does not count. */
    where: z.string(),
    operation: z.string(),
    /** Project that the pieces are looked up in. */
    project: ProjectId.optional(),
    /** Pieces that are settled. */
    filled: Slots,
    /** Pieces that were said and not looked at yet. */
    raw: Slots,
    /** The piece asked for. */
    asking: z.string(),
    /** What the buttons stand for, in their order. */
    options: z.array(z.object({ value: z.string(), label: z.string() }).readonly()).readonly(),
    /** The asker gave a command, rather than free words. */
    explicit: z.boolean(),
    /** The asker has already agreed to everything there is to agree to. */
    agreed: z.boolean().default(false),
    until: Instant,
    /** Idempotency key of the turn that answered it. */
    answeredBy: z.string().optional(),
  })
  .readonly();
export type PendingQuestion = z.infer<typeof PendingQuestion>;

/** A plan that waits for a confirmation: bound to its exact content, its asker, a time, and one use. */
export const Proposal = z
  .object({
    id: z.string(),
    where: z.string(),
    operation: z.string(),
    project: ProjectId,
    slots: Slots,
    /** What the person was shown; a plan that has become another one is shown again. */
    fingerprint: z.string(),
    /** The plan in a sentence. */
    title: z.string(),
    /** What is asked once more before it is carried out, and what the button says. */
    grave: z.object({ reason: z.string(), label: z.string() }).readonly().optional(),
    until: Instant,
    /** Idempotency key of the press that used it up, and what was pressed. */
    used: z
      .object({ by: z.string(), as: z.enum(['confirmed', 'cancelled']) })
      .readonly()
      .optional(),
  })
  .readonly();
export type Proposal = z.infer<typeof Proposal>;

/** What somebody and Goldie spoke of in one turn, for what is said after it. */
export const Topic = z
  .object({
    /** Idempotency key of the turn. */
    key: z.string(),
    where: z.string(),
    /** What the person wrote, cut short; empty for a press. */
    text: z.string().default(''),
    /** The question of the FAQ that was answered, and for which cloud. */
    answer: z.string().optional(),
    cloud: z.string().optional(),
    /** What was asked for, the pieces that were clear, and for which project. */
    operation: z.string().optional(),
    slots: Slots.default({}),
    project: ProjectId.optional(),
    /** It was asked whether or why not, rather than ordered. */
    wasQuestion: z.boolean().default(false),
    /** Things that were named or shown, by the kind that the understanding gives them. */
    things: z
      .array(z.object({ kind: z.string(), value: z.string(), label: z.string() }).readonly())
      .readonly()
      .default([]),
    until: Instant,
  })
  .readonly();
export type Topic = z.infer<typeof Topic>;

/** An answer that only its asker saw, and may show to the channel. */
export const KeptForSharing = z
  .object({
    /** Idempotency key of the turn that it answered. */
    id: z.string(),
    /** The channel it was asked in. */
    where: z.string(),
    /** The project that it tells of; none for general knowledge. */
    project: ProjectId.optional(),
    reply: KeptReply,
    until: Instant,
    /** Idempotency key of the press that showed it. */
    sharedBy: z.string().optional(),
  })
  .readonly();
export type KeptForSharing = z.infer<typeof KeptForSharing>;

/** Everything pending with one person, and what was spoken of lately. */
export const Talk = z
  .object({
    schema: z.literal(1),
    /** Project the person acts for, when they chose one. */
    project: ProjectId.optional(),
    /** Idempotency key of the turn that the person was greeted in. */
    greeted: z.string().optional(),
    questions: z.array(PendingQuestion).readonly().default([]),
    proposals: z.array(Proposal).readonly().default([]),
    topics: z.array(Topic).readonly().default([]),
    shareable: z.array(KeptForSharing).readonly().default([]),
  })
  .readonly();
export type Talk = z.infer<typeof Talk>;

/** The question is still to be answered, or it was this very turn that answered it. */
export function isOpen({ answeredBy }: PendingQuestion, key: string): boolean {
  return answeredBy === undefined || answeredBy === key;
}

/** How long a question or a plan waits, in ms. */
export const patience = 15 * 60_000;

/** How long an answer can be shown to the channel, in ms, and of how many of the latest. */
export const sharing = { ms: 30 * 60_000, most: 3 } as const;

/** How long what was spoken of is what "it" means, in ms. */
export const memory = 30 * 60_000;

/** The same talk without what nobody can answer any more; used plans are kept a day, so that a late press is told so. */
export function tidied(talk: Talk, now: number): Talk {
  const questions = lasting(talk.questions, now);
  const proposals = lasting(talk.proposals, now - 24 * 3_600_000);
  const topics = lasting(talk.topics, now);
  const shareable = lasting(talk.shareable, now);
  const isSame =
    questions === talk.questions &&
    proposals === talk.proposals &&
    topics === talk.topics &&
    shareable === talk.shareable;
  return isSame ? talk : { ...talk, questions, proposals, topics, shareable };
}

/** Those whose time was not over at `now`; the list itself where that is all of them. */
export function lasting<T extends { readonly until: string }>(
  all: readonly T[],
  now: number,
): readonly T[] {
  const instant = new Date(now).toISOString();
  return all.every(({ until }) => until > instant)
    ? all
    : all.filter(({ until }) => until > instant);
}
