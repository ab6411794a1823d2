import { z } from 'zod';
import { Instant, ProjectId } from '../images/ids.ts';

/** Something that shows how well Goldie understands: what it missed, and what people thought of an answer. */
export const FeedbackEntry = z
  .object({
    /** Of the turn that it comes from; the same entry written again has the same ID. */
    id: z.string(),
    at: Instant,
    /** Slack user ID. */
    who: z.string(),
    /** Project the person acted for; none for a guest. */
    project: ProjectId.optional(),
    /** `settled`: an administrator has dealt with this text. */
    kind: z.enum(['unsure', 'outside', 'disliked', 'liked', 'settled']),
    /** What was asked, cut short. */
    text: z.string(),
    /** The question of the FAQ that was answered. */
    answer: z.string().optional(),
  })
  .readonly();
export type FeedbackEntry = z.infer<typeof FeedbackEntry>;

/** A phrase that an administrator taught. It counts only when it was approved. */
export const TaughtPhrase = z
  .object({
    phrase: z.string(),
    /** ID of a question of the FAQ or of an operation. */
    meaning: z.string(),
    taughtBy: z.string(),
    taughtAt: Instant,
    approvedBy: z.string().optional(),
  })
  .readonly();
export type TaughtPhrase = z.infer<typeof TaughtPhrase>;

/** Texts that say the same but for letters, spaces and signs at the end are one. */
export function sameText(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.,;:]+$/, '')
    .trim();
}
