import { z } from 'zod';
import { type ImportImage, importImage as lifecycle } from '../images/operations/import-image.ts';
import {
  chosenFile,
  dataDiskFile,
  dataDiskOf,
  diskFile,
  importWay,
  insides,
  newName,
  osVersion,
  waysFor,
} from './import-slots.ts';
import type { Asking, Task } from './operation.ts';
import type { Filled, RawSlots } from './slot.ts';
import { sizeGb } from './slot-kinds.ts';
import { listing, size } from './spoken.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  file: z.tuple([z.string()]),
  name: z.tuple([z.string()]),
  inside: z.tuple([z.enum(['system', 'data'])]).optional(),
  way: z.tuple([z.enum(['normal', 'fast'])]).optional(),
  os: z.tuple([z.string()]).optional(),
  disk: z.tuple([z.coerce.number().int().min(0)]).optional(),
  data: z.array(z.string()).optional(),
});
type Args = z.infer<typeof Args>;

/** Make an image of a file in a bucket, the normal or the fast way. SPEC 3.5, 3.7, 3.10 */
export function importImage(tools: Tools): Task {
  return task(tools, {
    id: 'image.import',
    verbs: ['import', 'register'],
    needs: 'ims:serverImages:create',
    risk: 'low',
    slots: [
      {
        name: 'file',
        kind: diskFile,
        required: true,
        many: false,
        from: ['names'],
      },
      { name: 'name', kind: newName, required: true, many: false, from: ['names'] },
      { name: 'inside', kind: insides, required: hidesItsSystem, many: false, from: [] },
      { name: 'way', kind: importWay, required: goesBothWays, many: false, from: [] },
      { name: 'os', kind: osVersion, required: needsOs, many: false, from: [] },
      { name: 'disk', kind: sizeGb, required: hidesItsSize, many: false, from: ['sizesGb'] },
      { name: 'data', kind: dataDiskFile, required: false, many: true, from: [] },
    ],
    hears: (text) => {
      const data = dataDisksIn(text);
      const [size] = /\b\d+\s?[gt]i?b\b/i.exec(text.replace(besideIt, '')) ?? [];
      return data.data === undefined ? {} : { ...data, disk: size === undefined ? [] : [size] };
    },
    words: (text) => {
      const data = dataDisksIn(text);
      const words = wordsOf(text.replace(besideIt, ''));
      const fast = words.filter((word) => word.toLowerCase() === 'fast');
      const rest = words.filter((word) => word.toLowerCase() !== 'fast');
      const [files, names] = cutAt(rest, ['as', 'named', 'called', 'name']);
      return {
        file: files.slice(0, 1),
        name: names.length > 0 ? [names.join(' ')] : [],
        way: fast.slice(0, 1),
        ...data,
      };
    },
    lifecycle,
    args: Args,
    items: (args, asking) => {
      const request = requestFor(args, asking);
      const { file = '', name = '', minDisk = 0, fast } = request;
      const disks =
        request.dataDisks?.map((one) => `${one.file} (${size(one.minDisk ?? 0)})`) ?? [];
      const way = fast ? ' with the fast import' : '';
      const facts = {
        name,
        file,
        sizeGb: minDisk,
        way,
        count: disks.length,
        disks: listing(disks),
      };
      return [{ request, others: [], facts, variant: disks.length > 0 ? 'with-disks' : undefined }];
    },
  });
}

/** `with the data disks a.qcow2 100 GB and b.qcow2` */
const besideIt =
  /\s+with\s+(?:(?:the|a|two|three|its)\s+)?(?:data\s+)?(?:(?:disks?|files?)\s+)?(?<data>\S.*)$/is;

/** The files of data disks, each with its size where one is given. */
function dataDisksIn(text: string): RawSlots {
  const { data } = besideIt.exec(text)?.groups ?? {};
  if (data === undefined || !/\.\w/.test(data)) return {};
  const files = data
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/i)
    .map((one) => one.replace(/["“”]|\.$/g, '').trim());
  return { data: files.filter(Boolean) };
}

function requestFor(
  { file, name, inside, way, os, disk, data: beside = [] }: Args,
  asking: Asking,
): ImportImage {
  const data = inside?.[0] === 'data';
  const fast = isFast({ file, ...(way && { way }) }, asking);
  return {
    file: file[0],
    name: name[0],
    minDisk: disk?.[0] ?? sizeFor({ file }, data, asking),
    fast,
    ...(data && { type: 'DataImage' }),
    ...(!data && os && { osVersion: os[0] }),
    ...(beside.length > 0 && { dataDisks: beside.map((one) => dataDiskOf(one, asking)) }),
  };
}

/** The smallest disk that the file fits on and the cloud takes. */
function sizeFor(filled: Filled, data: boolean, asking: Asking): number {
  const { system, dataV1 } = asking.world.profile.minDisk;
  const virtualGb = chosenFile(filled, asking)?.virtualSizeGb ?? 0;
  if (data) return Math.max(virtualGb, dataV1.min);
  return Math.max(system.min, Math.ceil(virtualGb / system.step) * system.step);
}

/** As chosen, where there is a choice; else as the file allows. */
function isFast(filled: Filled, asking: Asking): boolean {
  const chosen = filled.way?.[0];
  if (chosen !== undefined) return chosen === 'fast';
  const object = chosenFile(filled, asking);
  const ways = object && waysFor(object, asking);
  return ways?.fast === true && !ways.normal;
}

function goesBothWays(filled: Filled, asking: Asking): boolean {
  const object = chosenFile(filled, asking);
  const ways = object && waysFor(object, asking);
  return ways?.normal === true && ways.fast;
}

function hidesItsSystem(filled: Filled, asking: Asking): boolean {
  const object = chosenFile(filled, asking);
  const { operations } = asking.world.profile;
  return object !== undefined && !object.osVersion && operations['create-data'] === 'offered';
}

/** R-FAST-04 */
function needsOs(filled: Filled, asking: Asking): boolean {
  return filled.inside?.[0] !== 'data' && isFast(filled, asking);
}

function hidesItsSize(filled: Filled, asking: Asking): boolean {
  return chosenFile(filled, asking)?.virtualSizeGb === 0;
}
