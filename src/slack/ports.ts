import { z } from 'zod';
import { Instant, ProjectId } from '../images/ids.ts';

/** A payload that came in and was not answered to the end yet. */
export interface Arrival {
  readonly key: string;
  readonly body: unknown;
}

/**
 * What came in from Slack, written down durably before it is acknowledged. A key seen before (for at least 15 minutes,
 * restarts included) is a redelivery. Implemented in src/storage.
 */
export interface Inbox {
  /** Durable when it resolves. Arrivals at the same time share one write. */
  record(key: string, body: unknown): Promise<'new' | 'known'>;
  /** The arrival was answered; soon durable, without waiting for it. */
  done(key: string): void;
  /** Arrivals of an earlier life that were not answered, oldest first. */
  unanswered(): readonly Arrival[];
  close(): Promise<void>;
}

/** A step of a workflow that waits for a job, or for somebody to agree to a plan. */
export const StepWait = z.union([
  z.object({ execution: z.string(), project: ProjectId, job: z.string() }).readonly(),
  z
    .object({ execution: z.string(), who: z.string(), proposal: z.string(), until: Instant })
    .readonly(),
]);
export type StepWait = z.infer<typeof StepWait>;

/** Keeps which steps wait, for longer than the process lives. Implemented in src/storage. */
export interface StepWaits {
  all(): readonly StepWait[];
  /** Replaces all of them by what `step` makes of them; durable when it resolves. */
  change(step: (waits: readonly StepWait[]) => readonly StepWait[]): Promise<void>;
}
