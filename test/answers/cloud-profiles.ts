import type { CloudProfileFigures } from '../../src/answers/answer.ts';
import { readTenancy } from '../../src/tenancy/read-tenancy.ts';

/** The clouds' profiles as they ship, so that no answer can name a figure that they lack. */
export async function cloudProfiles(): Promise<Readonly<Record<string, CloudProfileFigures>>> {
  const { profiles } = await readTenancy({
    tenancy: 'data/demo',
    clouds: 'data/clouds',
    defaultCloud: 'huawei',
  });
  return Object.fromEntries([...profiles].map(([id, profile]) => [id, { ...profile }]));
}
