import { grouped } from './grouped.ts';
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
  const server = missing('server', lists.servers);
  const vault = missing('vault', lists.vaults);
  const image = missing('image', lists.images);
  return [
    ...lists.vaults.flatMap((each) => each.entry.servers.flatMap((name) => server(each, name))),
    ...lists.backups.flatMap((each) => [
      ...server(each, each.entry.server),
      ...vault(each, each.entry.vault),
      ...image(each, each.entry.usedBy),
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

  function missing(what: string, list: readonly Listed<Owned>[]) {
    const named = grouped(list, ({ entry }) => placeOf(entry.project, entry.name));
    return (each: Listed<Owned>, wanted: string | undefined): readonly Fault[] => {
      const { project } = each.entry;
      if (wanted === undefined || named(placeOf(project, wanted)).length > 0) return [];
      return [fault(each, `${project} has no ${what} ${wanted}`)];
    };
  }

  function placeOf(project: string, name: string): string {
    return `${projects.get(project)?.id} ${name}`;
  }
}
