import { z } from 'zod';
import type { TraceEntry, WorkshopRequests, WorkshopState } from '../../workshop-api.ts';

const State = z.object({
  chaos: z.object({
    latencyMs: z.number(),
    delayEventsMs: z.number(),
    duplicateEvents: z.boolean(),
    refusedBlocks: z.array(z.string()),
    expireTriggers: z.boolean(),
    revokeToken: z.boolean(),
    failing: z.array(
      z.object({
        method: z.string(),
        status: z.number(),
        error: z.string(),
        retryAfter: z.exactOptional(z.number()),
      }),
    ),
  }),
  functions: z.array(
    z.object({
      callbackId: z.string(),
      title: z.string(),
      inputs: z.array(z.object({ name: z.string(), title: z.string(), required: z.boolean() })),
    }),
  ),
  runs: z.array(
    z.object({
      id: z.string(),
      callbackId: z.string(),
      state: z.enum(['running', 'completed', 'failed']),
      outputs: z.record(z.string(), z.unknown()),
      error: z.string(),
    }),
  ),
  methods: z.array(z.string()),
  recorded: z.nullable(z.number()),
  scenes: z.array(z.string()),
});

const Entries = z.object({
  entries: z.array(
    z.object({
      id: z.number(),
      version: z.number(),
      at: z.number(),
      kind: z.enum(['call', 'event', 'command', 'interaction', 'response']),
      name: z.string(),
      sent: z.unknown(),
      answer: z.unknown().optional(),
    }),
  ),
});

const Answer = z.looseObject({
  ok: z.boolean(),
  error: z.exactOptional(z.string()),
  yaml: z.exactOptional(z.string()),
});

/** Rejects when the workspace cannot be reached. */
export async function workshopState(): Promise<WorkshopState> {
  return State.parse(await (await fetch('/page/workshop')).json());
}

/** What passed since a version, oldest first. Rejects when the workspace cannot be reached. */
export async function traceSince(version: number): Promise<readonly TraceEntry[]> {
  return Entries.parse(await (await fetch(`/page/trace?since=${version}`)).json()).entries;
}

/** Never rejects: what went wrong is in `error`, as a sentence. */
export async function doInWorkshop<Path extends keyof WorkshopRequests>(
  path: Path,
  body: WorkshopRequests[Path],
): Promise<z.infer<typeof Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return Answer.parse(await response.json());
  } catch {
    return { ok: false, error: 'The workspace could not be reached. Try again in a moment.' };
  }
}
