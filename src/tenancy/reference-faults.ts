import { fault, type Listed, type Lists } from './listed.ts';
import type { Names } from './names.ts';
import type { Fault } from './tenancy-fault.ts';

/** Regions that an agency may work in, or that a region's full-ECS images can be copied to. */
function regionsOf(entry: {
  readonly regions?: readonly string[];
  readonly fullEcsTargets?: readonly string[] | undefined;
}): readonly string[] {
  return entry.regions ?? entry.fullEcsTargets ?? [];
}

interface Owned {
  readonly project: string;
  readonly name: string;
}

/** Servers, vaults and images that vaults and backups name and their project does not have; regions that do not exist. */
export function referenceFaults(lists: Lists, { projects, regions }: Names): readonly Fault[] {
  return [
    ...lists.vaults.flatMap((each) =>
      each.entry.servers.flatMap((name) => missing(each, 'server', name, lists.servers)),
    ),
    ...lists.backups.flatMap((each) => [
      ...missing(each, 'server', each.entry.server, lists.servers),
      ...missing(each, 'vault', each.entry.vault, lists.vaults),
      ...missing(each, 'image', each.entry.usedBy, lists.images),
    ]),
    ...[...lists.agencies, ...lists.regions].flatMap((each) =>
      regionsOf(each.entry)
        .filter((id) => !regions.has(id))
        .map((id) => fault(each, `there is no region ${id}`)),
    ),
    ...lists.buckets.flatMap((each) => {
      const { region } = each.entry;
      return region === undefined || regions.has(region)
        ? []
        : [fault(each, `there is no region ${region}`)];
    }),
  ];

  function missing(
    each: Listed<Owned>,
    what: string,
    wanted: string | undefined,
    list: readonly Listed<Owned>[],
  ): readonly Fault[] {
    const home = projects.get(each.entry.project);
    const has = list.some(
      ({ entry }) => entry.name === wanted && projects.get(entry.project)?.id === home?.id,
    );
    if (wanted === undefined || has) return [];
    return [fault(each, `${each.entry.project} has no ${what} ${wanted}`)];
  }
}
