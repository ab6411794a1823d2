import type { Image } from '../images/image.ts';
import type { Account, Directory, Project, Region } from '../images/world.ts';

interface Contents {
  readonly projects: readonly Project[];
  readonly accounts: readonly Account[];
  readonly regions: readonly Region[];
  readonly publicImages: readonly Image[];
}

/** Look-ups over what a tenancy states. */
export function tenancyDirectory({
  projects,
  accounts,
  regions,
  publicImages,
}: Contents): Directory {
  const projectsById = new Map(projects.map((project) => [project.id, project]));
  const accountsById = new Map(accounts.map((account) => [account.id, account]));
  const regionsById = new Map(regions.map((region) => [region.id, region]));
  return {
    project: (id) => projectsById.get(id),
    projects: () => projects,
    account: (id) => accountsById.get(id),
    region: (id) => regionsById.get(id),
    publicImages: (region) => publicImages.filter((image) => image.region === region),
  };
}
