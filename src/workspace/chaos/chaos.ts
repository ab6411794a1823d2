import { z } from 'zod';
import type { ChaosSettings } from '../workshop-api.ts';

const ms = z.number().int().min(0).max(60_000);

/** Changes to the settings, as they come from outside. */
export const ChaosChange = z
  .strictObject({
    latencyMs: ms,
    delayEventsMs: ms,
    duplicateEvents: z.boolean(),
    refusedBlocks: z.array(z.string().min(1)),
    expireTriggers: z.boolean(),
    revokeToken: z.boolean(),
    failing: z.array(
      z.strictObject({
        method: z.string().min(1),
        status: z.number().int().min(200).max(599),
        error: z.string().min(1),
        retryAfter: z.number().min(0).optional(),
      }),
    ),
  })
  .partial();

const calm: ChaosSettings = {
  latencyMs: 0,
  delayEventsMs: 0,
  duplicateEvents: false,
  refusedBlocks: [],
  expireTriggers: false,
  revokeToken: false,
  failing: [],
};

/** Which disturbances are on. */
export class Chaos {
  #settings = calm;

  get settings(): ChaosSettings {
    return this.#settings;
  }

  /** Changes what is given; the rest stays. */
  set(changes: Partial<{ [K in keyof ChaosSettings]: ChaosSettings[K] | undefined }>): void {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#settings = { ...this.#settings, ...Object.fromEntries(given) };
  }

  calm(): void {
    this.#settings = calm;
  }
}
