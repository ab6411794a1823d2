import { z } from 'zod';
import { Instant, ProjectId } from '../images/ids.ts';

/** What somebody still has to say before something can be planned. */
export const PendingQuestion = z
  .object({
    id: z.string(),
    /** Thread or channel the question was asked in; an answer elsewhere does not count. */
    where: z.string(),
    operation: z.string(),
    slots: z.record(z.string(), z.unknown()).readonly(),
    asking: z.string(),
    until: Instant,
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
    args: z.unknown(),
    /** Fingerprint of the findings the person saw; a plan that has become another one is shown again. */
    fingerprint: z.string(),
    until: Instant,
    /** Idempotency key of the press that used it up. */
    usedBy: z.string().optional(),
    outcome: z.enum(['confirmed', 'cancelled']).optional(),
  })
  .readonly();
export type Proposal = z.infer<typeof Proposal>;

/** Everything pending with one person. */
export const Talk = z
  .object({
    schema: z.literal(1),
    /** Project the person acts for, when they chose one. */
    project: ProjectId.optional(),
    questions: z.array(PendingQuestion).readonly().default([]),
    proposals: z.array(Proposal).readonly().default([]),
  })
  .readonly();
export type Talk = z.infer<typeof Talk>;
