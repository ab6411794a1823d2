import { peopleFrom } from '../../src/access/people.ts';
import { projectOf } from '../../src/access/permissions.ts';
import { knownTo } from '../../src/conversation/known.ts';
import { readTenancy } from '../../src/tenancy/read-tenancy.ts';
import type { Known } from '../../src/understanding/meaning.ts';

/** What a person of the demo tenancy may see; the measuring sets speak of its images and servers. */
export async function demoInventory(slackId: string): Promise<Known> {
  const { directory, people, unitOf } = await readTenancy({
    tenancy: 'data/demo',
    clouds: 'data/clouds',
    defaultCloud: 'huawei',
  });
  const person = peopleFrom(people, directory).byId(slackId);
  const project = person && projectOf(person);
  const own = project && unitOf(project);
  return knownTo(own && { world: { own, directory } });
}
