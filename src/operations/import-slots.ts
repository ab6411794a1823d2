import { fileGb, findFile, formatOf } from '../images/rules/file-source.ts';
import type { BucketObject } from '../images/source.ts';
import type { Asking } from './operation.ts';
import type { Filled, SlotKind } from './slot.ts';
import { sizeGb } from './slot-kinds.ts';
import { size } from './spoken.ts';

/** Files of the project's buckets that an import could take, by `bucket:file`. Others can be named that way too. */
export function imageFile(wanted: (format: string) => boolean): SlotKind {
  return {
    options: ({ world }) =>
      world.own.buckets.flatMap(({ name, objects }) =>
        objects
          .filter((object) => wanted(formatOf(object)))
          .map((object) => ({
            value: `${name}:${object.key}`,
            label: object.key,
            detail: `${name}, ${size(Math.ceil(fileGb(object)))}`,
          })),
      ),
    accept: (said) => (said.includes(':') ? said : undefined),
  };
}

/** Image files of all formats; ISO files go another way, and bitmaps only beside their images. */
export const diskFile = imageFile((format) => !['iso', 'mf'].includes(format));

/** A data disk beside the system disk: `bucket:file`, or `bucket:file 100 GB` where the disk is larger than what the file holds. */
export const dataDiskFile: SlotKind = {
  options: diskFile.options,
  accept: (said, asking) => {
    const { file = '', size: gb = '' } =
      /^(?<file>\S.*?)(?:\s+(?:of\s+|with\s+)?|\s*=\s*)(?<size>\d+\s*[gt]i?b?)$/i.exec(said.trim())
        ?.groups ?? {};
    const value = fileNamed(file, asking);
    const size = sizeGb.accept?.(gb, asking);
    if (value !== undefined && size !== undefined) return `${value} ${size}`;
    return diskFile.accept?.(said, asking);
  },
  open: true,
};

function fileNamed(said: string, asking: Asking): string | undefined {
  const known = diskFile.options(asking).find(({ value, label }) => [value, label].includes(said));
  return known?.value ?? diskFile.accept?.(said, asking);
}

/** The file of a data disk, and the size of the disk in GB: as asked for, else what the file holds. */
export function dataDiskOf(value: string, { world }: Asking) {
  const { file = value, gb } = /^(?<file>.+) (?<gb>\d+)$/.exec(value)?.groups ?? {};
  const virtualGb = findFile(world.own, file).object?.virtualSizeGb ?? 0;
  return { file, minDisk: gb === undefined ? virtualGb : Number(gb) };
}

/** A name for the new image; what names the file is not one. */
export const newName: SlotKind = {
  options: () => [],
  accept: (said, { world }) => {
    const isFile = world.own.buckets.some(({ name, objects }) =>
      objects.some(({ key }) => said === key || said === `${name}:${key}`),
    );
    return isFile ? undefined : said;
  },
  open: true,
};

/** Is it a system or only data that is inside? */
export const insides: SlotKind = {
  options: () => [
    { value: 'system', label: 'a system' },
    { value: 'data', label: 'only data' },
  ],
  accept: (said) => /\b(?<word>system|data)\b/i.exec(said)?.groups?.word?.toLowerCase(),
};

/** The two ways to import, where a file can go either way. */
export const importWay: SlotKind = {
  options: () => [
    { value: 'normal', label: 'Normal import' },
    { value: 'fast', label: 'Fast import' },
  ],
  accept: (said) => /\b(?<word>normal|fast)\b/i.exec(said)?.groups?.word?.toLowerCase(),
};

/** Names of systems that the cloud knows, those of the project's servers and images first. */
export const osVersion: SlotKind = {
  options: ({ world: { own, profile } }) => {
    const known = new Set(profile.osVersions);
    const here = [...own.servers, ...own.images].flatMap(({ osVersion: name }) => name ?? []);
    const likely = here.filter((name) => known.has(name));
    return [...new Set([...likely, ...known])].map((name) => ({ value: name, label: name }));
  },
};

/** The file that was chosen before, as the project's bucket has it. */
export function chosenFile({ file }: Filled, { world }: Asking): BucketObject | undefined {
  return findFile(world.own, file?.[0]).object;
}

/** Could a file be imported in the normal way, and in the fast way? */
export function waysFor(
  object: BucketObject,
  { world: { profile } }: Asking,
): { readonly normal: boolean; readonly fast: boolean } {
  const { formats, maxGb, fastFormats, fastMaxGb } = profile.import;
  const format = formatOf(object);
  return {
    normal: formats.includes(format) && fileGb(object) <= maxGb,
    fast: fastFormats.includes(format) && fileGb(object) <= fastMaxGb,
  };
}
