import { join } from 'node:path';
import { peopleFrom } from './access/people.ts';
import { projectOf } from './access/permissions.ts';
import { readConfig } from './config.ts';
import { knownTo } from './conversation/known.ts';
import { root } from './root.ts';
import { readTenancy } from './tenancy/read-tenancy.ts';
import type { Known } from './understanding/meaning.ts';
import { tryIntents } from './understanding/try-intents.ts';

try {
  await tryIntents(process.argv.slice(2), knownIn);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** What a person of a tenancy may see, before anything has happened in it. */
async function knownIn(path: string, slackId: string): Promise<Known> {
  const { directory, people, unitOf } = await readTenancy({
    tenancy: path,
    clouds: join(root, 'data', 'clouds'),
    defaultCloud: readConfig(process.env).cloud,
  });
  const person = peopleFrom(people, directory).byId(slackId);
  const project = person && projectOf(person);
  const own = project && unitOf(project);
  return knownTo(own && { world: { own, directory } });
}
