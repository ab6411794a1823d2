import { join } from 'node:path';
import { z } from 'zod';
import { StepWait, type StepWaits } from '../slack/ports.ts';
import { type Documents, filedDocuments, heldDocuments } from './documents.ts';
import type { FileFormat } from './file-format.ts';
import type { StateDir } from './state-dir.ts';

const Waits = z
  .object({ schema: z.literal(1), waits: z.array(StepWait).readonly().default([]) })
  .readonly();
type Waits = z.infer<typeof Waits>;

const format: FileFormat<Waits> = { name: 'waiting steps', schema: Waits, migrations: [] };

/** Steps that wait, in `steps.json`. @throws StateFault when the file cannot be trusted */
export function filedStepWaits({ path }: Pick<StateDir, 'path'>): Promise<StepWaits> {
  return stepWaits(filedDocuments(format, (key) => join(path, `${key}.json`)));
}

/** Steps that wait as long as the process lasts; otherwise the same promises. */
export function memoryStepWaits(): Promise<StepWaits> {
  return stepWaits(heldDocuments(format));
}

async function stepWaits(documents: Documents<Waits>): Promise<StepWaits> {
  const read = async () =>
    (await documents.read('steps')) ?? { value: Waits.parse({ schema: 1 }), version: 0 };
  let now = (await read()).value.waits;
  return {
    all: () => now,
    async change(step) {
      for (;;) {
        const { value, version } = await read();
        const waits = step(value.waits);
        if (!(await documents.commit('steps', version, { ...value, waits }))) continue;
        now = waits;
        return;
      }
    },
  };
}
