import type { Known } from '../../src/understanding/meaning.ts';

/** What the asker of the tests may see. */
export const inventory: Known = {
  images: named(
    'web-golden',
    'db-golden',
    'base-ubuntu-22',
    'web-01-nightly',
    'Ubuntu 22.04 server',
  ),
  servers: named('web-01', 'db-01', 'build-box', 'web-11', 'web-12', 'web-14'),
  projects: named('team-web', 'team-data'),
  regions: ['eu-de', 'eu-nl', 'cn-north-1'],
  jobs: ['job-1042'],
  buckets: ['golden-exports'],
  keys: named('team-key'),
  vaults: named('vault-prod'),
  backups: named('weekly-db'),
};

function named(...names: readonly string[]) {
  return names.map((name) => ({ id: `id-of-${name}`, name }));
}
