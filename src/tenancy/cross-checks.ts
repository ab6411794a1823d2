import { fault, type Listed, type Lists } from './listed.ts';
import type { Names } from './names.ts';
import { referenceFaults } from './reference-faults.ts';
import type { Fault } from './tenancy-fault.ts';
import type { EntryOf } from './tenancy-file.ts';

/** What is wrong between entries that are all well written by themselves. */
export function crossChecks(lists: Lists, names: Names, defaultCloud: string): readonly Fault[] {
  return [
    ...lists.projects.flatMap((each) => projectFaults(each, names, defaultCloud)),
    ...lists.people.flatMap((each) => personFaults(each, names)),
    ...lists.publicImages.flatMap((each) =>
      (each.entry.regions ?? [])
        .filter((id) => !names.regions.has(id))
        .map((id) => fault(each, `there is no region ${id}`)),
    ),
    ...[
      ...lists.servers,
      ...lists.images,
      ...lists.vaults,
      ...lists.keys,
      ...lists.buckets,
      ...lists.backups,
      ...lists.agencies,
    ].flatMap((each) =>
      names.projects.has(each.entry.project)
        ? []
        : [fault(each, `there is no project ${each.entry.project}`)],
    ),
    ...lists.servers.flatMap((each) => serverFaults(each, names)),
    ...lists.images.flatMap((each) => imageFaults(each, names, defaultCloud)),
    ...referenceFaults(lists, names),
    ...lists.keys.flatMap((each) =>
      each.entry.grants
        .filter(({ project }) => !names.projects.has(project))
        .map(({ project }) => fault(each, `there is no project ${project} to grant it to`)),
    ),
  ];
}

function projectFaults(
  each: Listed<EntryOf<'projects'>>,
  { accounts, regions, profiles }: Names,
  defaultCloud: string,
): readonly Fault[] {
  const { account, region, cloud = defaultCloud } = each.entry;
  return [
    ...(accounts.has(account) ? [] : [fault(each, `there is no account ${account}`)]),
    ...(regions.has(region) ? [] : [fault(each, `there is no region ${region}`)]),
    ...(profiles.has(cloud) ? [] : [fault(each, `there is no cloud ${cloud}`)]),
  ];
}

function personFaults(
  each: Listed<EntryOf<'people'>>,
  { accounts, projects }: Names,
): readonly Fault[] {
  const { adminOf } = each.entry;
  const strange = Object.keys(each.entry.projects).filter((name) => !projects.has(name));
  return [
    ...strange.map((name) => fault(each, `there is no project ${name}`)),
    ...(adminOf === undefined || accounts.has(adminOf)
      ? []
      : [fault(each, `there is no account ${adminOf}`)]),
  ];
}

function serverFaults(each: Listed<EntryOf<'servers'>>, names: Names): readonly Fault[] {
  const { az, disks } = each.entry;
  const project = names.projects.get(each.entry.project);
  if (project === undefined) return [];
  const azs = names.regions.get(project.region)?.azs;
  const systems = disks.filter(({ role }) => role === 'system').length;
  return [
    ...(az === undefined || azs === undefined || azs.includes(az)
      ? []
      : [fault(each, `the region ${project.region} has no AZ ${az}`)]),
    ...(systems === 1 ? [] : [fault(each, `it has ${systems} system disks; a server has one`)]),
    ...disks.flatMap(({ key }) => keyFaults(each, project, key, names)),
  ];
}

function imageFaults(
  each: Listed<EntryOf<'images'>>,
  names: Names,
  defaultCloud: string,
): readonly Fault[] {
  const { id, key, members } = each.entry;
  const project = names.projects.get(each.entry.project);
  if (project === undefined) return [];
  const cloud = names.profiles.get(project.cloud ?? defaultCloud);
  const style = cloud?.imageId.regex;
  const wrong = style !== undefined && id !== undefined && !new RegExp(style, 'u').test(id);
  const targets = members.map((member) => member.project);
  return [
    ...(wrong ? [fault(each, `${id} is no image ID of ${cloud?.label}`)] : []),
    ...(id === undefined && cloud?.imageId.style === 'img'
      ? [fault(each, `give it an id: the image IDs of ${cloud.label} start with img-`)]
      : []),
    ...keyFaults(each, project, key, names),
    ...targets.flatMap((target) => memberFaults(each, project, target, names)),
    ...targets
      .filter((target, index) => targets.indexOf(target) !== index)
      .map((target) => fault(each, `${target} is a member twice`)),
  ];
}

function memberFaults(
  each: Listed<unknown>,
  owner: EntryOf<'projects'>,
  name: string,
  { projects }: Names,
): readonly Fault[] {
  const member = projects.get(name);
  if (member === undefined) return [fault(each, `there is no project ${name} to share it with`)];
  if (member.id === owner.id) return [fault(each, 'it is shared with its own project')];
  if (member.region !== owner.region)
    return [
      fault(each, `${name} is in ${member.region}; images are shared inside ${owner.region} only`),
    ];
  return [];
}

function keyFaults(
  each: Listed<unknown>,
  project: EntryOf<'projects'>,
  alias: string | undefined,
  names: Names,
): readonly Fault[] {
  if (alias === undefined || names.key(project, alias) !== undefined) return [];
  return [fault(each, `${project.name} has no key ${alias}`)];
}
