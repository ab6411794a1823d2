import { z } from 'zod';
import { ImageId, ProjectId } from '../images/ids.ts';
import {
  replicateAcross as lifecycle,
  projectsIn,
  type ReplicateAcross,
} from '../images/operations/replicate-across.ts';
import { imageName } from './image-name.ts';
import type { Asking, Task } from './operation.ts';
import { projectName } from './query.ts';
import type { Filled, SlotKind } from './slot.ts';
import { freeText, ownImage } from './slot-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  image: z.tuple([ImageId]),
  region: z.tuple([z.string()]),
  project: z.tuple([ProjectId]).optional(),
  agency: z.tuple([z.string()]).optional(),
  vault: z.tuple([z.string()]).optional(),
  name: z.tuple([z.string()]).optional(),
});

/** Regions in which the account has projects of the same cloud; others are taken too, and the rules say why not. */
const region: SlotKind = {
  options: ({ world }) => {
    const known = world.directory.projects().map((project) => project.region);
    return [...new Set(known)]
      .filter((id) => id !== world.own.region && projectsIn(world, id).length > 0)
      .map((id) => ({ value: id, label: id }));
  },
  accept: (said) => (/^[a-z0-9-]+$/i.test(said) ? said.toLowerCase() : undefined),
  open: true,
};

/** Projects of the account in other regions. */
const project: SlotKind = {
  options: ({ world }) =>
    world.directory
      .projects()
      .filter(({ region: id }) => id !== world.own.region)
      .filter((one) => projectsIn(world, one.region).some(({ id }) => id === one.id))
      .map(({ id, name, region: detail }) => ({ value: id, label: name, detail })),
};

const agency: SlotKind = {
  options: ({ world }) =>
    world.own.agencies.map(({ name, regions }) => ({
      value: name,
      label: name,
      detail: regions.join(' '),
    })),
};

/** Copy an image to another region. SPEC 3.18 */
export function replicateAcross(tools: Tools): Task {
  return task(tools, {
    id: 'image.replicate-across',
    verbs: ['replicate-across', 'copy-to-region'],
    needs: 'ims:images:copy',
    risk: 'low',
    slots: [
      { name: 'image', kind: ownImage, required: true, many: false, from: ['images'] },
      { name: 'region', kind: region, required: true, many: false, from: ['regions'] },
      { name: 'project', kind: project, required: severalThere, many: false, from: [] },
      { name: 'agency', kind: agency, required: needsAgency, many: false, from: [] },
      { name: 'vault', kind: freeText, required: needsVault, many: false, from: [] },
      { name: 'name', kind: freeText, required: false, many: false, from: [] },
    ],
    words: (text) => {
      const [rest, by] = cutAt(wordsOf(text), ['by', 'using', 'with']);
      const [before, names] = cutAt(rest, ['as', 'named', 'called']);
      const [[image, ...others], to] = cutAt(before, ['to', 'in', 'into']);
      return {
        image: image === undefined ? [] : [image],
        region: [...to, ...others].slice(0, 1),
        name: names.length === 0 ? [] : [names.join(' ')],
        agency: by.slice(0, 1),
      };
    },
    lifecycle,
    args: Args,
    items: (args, { world }) => {
      const { image, region: to, project: into, agency: by, vault, name } = args;
      const candidates = projectsIn(world, to[0]);
      const target = into?.[0] ?? candidates[0]?.id;
      const request: ReplicateAcross = {
        image: image[0],
        region: to[0],
        ...(into && { project: into[0] }),
        ...(by && { agency: by[0] }),
        ...(vault && { vault: vault[0] }),
        ...(name && { name: name[0] }),
      };
      const facts = {
        image: imageName(world, image[0]),
        region: to[0],
        project: target === undefined ? '' : projectName(world.directory, target),
      };
      return [{ request, others: candidates.map(({ id }) => id), facts }];
    },
  });
}

function severalThere({ region: said = [] }: Filled, { world }: Asking): boolean {
  return projectsIn(world, said[0] ?? '').length > 1;
}

/** Where the cloud wants an agency and there is one to choose; that there is none, the rules say. */
function needsAgency({ region: said = [] }: Filled, { world }: Asking): boolean {
  const { agencyRequired, enabled } = world.profile.crossCopy;
  return agencyRequired && enabled && said[0] !== world.own.region && world.own.agencies.length > 0;
}

/** A full-ECS image goes into a vault of the target project. */
function needsVault({ image = [] }: Filled, { world }: Asking): boolean {
  return world.own.images.some(({ id, type }) => type === 'full-ecs' && image.includes(id));
}
