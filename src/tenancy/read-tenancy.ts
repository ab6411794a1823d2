import type { ProjectId } from '../images/ids.ts';
import type { Unit } from '../images/unit.ts';
import type { StepFault } from '../images/work/step-fault.ts';
import type { Directory } from '../images/world.ts';
import { belongings } from './belongings.ts';
import { crossChecks } from './cross-checks.ts';
import { doubleIds, doubles } from './double-ids.ts';
import { type Lists, listsOf } from './listed.ts';
import { makePublicImages } from './make-image.ts';
import { type Makings, makeUnit } from './make-unit.ts';
import { type Names, namesIn } from './names.ts';
import { outlineOf } from './outline.ts';
import { type Clouds, cloudsIn } from './read-clouds.ts';
import { tenancyDirectory } from './tenancy-directory.ts';
import { type Fault, TenancyFault } from './tenancy-fault.ts';
import type { Role } from './tenancy-file.ts';
import { type YamlFile, yamlFiles } from './yaml-files.ts';

/** A person as the tenancy lists them. */
interface PersonEntry {
  readonly slackId: string;
  readonly name: string;
  readonly projects: ReadonlyMap<ProjectId, Role>;
  /** Account whose projects the person administers, all of them. */
  readonly adminOf?: string;
}

/** Who and what there is when the lab cloud starts from nothing. */
export interface Tenancy {
  readonly directory: Directory;
  readonly profiles: Clouds;
  readonly people: readonly PersonEntry[];
  /** Slack channel that gets the notices of a project. */
  readonly channels: ReadonlyMap<ProjectId, string>;
  /** Slack channel that questions are passed on to; none where nobody set one up. */
  readonly helpdesk: string | undefined;
  /** Steps that the lab cloud fails at. */
  readonly labFaults: readonly StepFault[];
  /** Its files without what belongs to projects. */
  readonly outline: readonly YamlFile[];
  /** What a project has to begin with; made when it is asked for. @throws Error when there is no such project */
  unitOf(project: ProjectId): Unit;
}

export interface TenancyPlaces {
  /** A file, or a folder of `*.yaml`. */
  readonly tenancy: string;
  /** What these files say, where they were read before. */
  readonly written?: readonly YamlFile[] | undefined;
  /** Folder of cloud profiles, or what was read there. */
  readonly clouds: string | Clouds;
  /** Cloud of projects that name none. */
  readonly defaultCloud: string;
}

/** @throws TenancyFault with every fault of every file */
export async function readTenancy({
  tenancy,
  written,
  clouds,
  defaultCloud,
}: TenancyPlaces): Promise<Tenancy> {
  const [{ files, faults: unread }, { clouds: profiles, faults: unclear }] = await Promise.all([
    written ? { files: written, faults: [] } : yamlFiles(tenancy),
    typeof clouds === 'string' ? cloudsIn(clouds) : { clouds, faults: [] },
  ]);
  const { lists, faults, helpdesk, labFaults } = listsOf(files);
  throwIfAny([...unread, ...unclear, ...faults]);

  const names = namesIn(lists, profiles);
  throwIfAny([...doubles(lists), ...crossChecks(lists, names, defaultCloud)]);

  const publicImages = lists.publicImages.flatMap(({ entry }) => makePublicImages(entry, names));
  throwIfAny(doubleIds(lists, names, publicImages));
  const makings: Makings = { names, belongings: belongings(lists, names) };

  return {
    directory: tenancyDirectory({
      projects: lists.projects.map(({ entry: { id, name, region, account, cloud } }) => ({
        id,
        name,
        region,
        account,
        cloud: cloud ?? defaultCloud,
      })),
      accounts: lists.accounts.map(({ entry }) => entry),
      regions: lists.regions.map(({ entry }) => entry),
      publicImages,
    }),
    profiles,
    people: peopleOf(lists, names),
    helpdesk,
    labFaults,
    channels: new Map(
      lists.projects.flatMap(({ entry: { id, channel } }) => (channel ? [[id, channel]] : [])),
    ),
    outline: outlineOf(files),
    unitOf(id) {
      const project = names.projects.get(id);
      if (project === undefined) throw new Error(`The tenancy has no project ${id}`);
      return makeUnit(project, makings);
    },
  };
}

function peopleOf({ people }: Lists, names: Names): readonly PersonEntry[] {
  return people.map(({ entry: { slackId, name, projects, adminOf } }) => ({
    slackId,
    name,
    projects: new Map(
      Object.entries(projects).flatMap(([project, role]) => {
        const known = names.projects.get(project);
        return known ? [[known.id, role]] : [];
      }),
    ),
    ...(adminOf !== undefined && { adminOf }),
  }));
}

function throwIfAny(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new TenancyFault(faults);
}
