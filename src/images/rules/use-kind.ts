import { stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { aboutVisible } from './readable.ts';
import type { ServerCase } from './use-image.ts';

/** What an image of each type can be used for. SPEC 3.6, 3.7, 3.11 */
export const kindRules: readonly Rule<ServerCase>[] = [
  aboutVisible('R-ISO-06', 'state', 'S4; umn/overview (ISO)', ({ type }, { request }) =>
    type === 'iso' && !request.temporary ? 'IMG.0167' : undefined,
  ),
  aboutVisible('R-USE-08', 'state', 'umn/overview (ISO)', ({ type }, { request, dataDisks }) =>
    type === 'iso' && request.temporary && dataDisks.length > 0 ? 'IMG.0167' : undefined,
  ),
  aboutVisible('R-ISO-07', 'confirmation', 'umn/overview (ISO)', ({ type }) =>
    type === 'iso' ? { severity: 'info' } : undefined,
  ),
  aboutVisible('R-USE-09', 'state', 'umn/creating_a_data_disk_image_from_an_ecs', ({ type }) =>
    type === 'data' ? 'IMG.0105' : undefined,
  ),
  aboutVisible(
    'R-DATA-09',
    'values',
    'umn/creating_a_data_disk_image_from_an_ecs',
    (_image, { dataDisks }) => {
      const used = dataDisks.flatMap(({ fromImage }) => fromImage ?? []);
      const twice = used.find((id, index) => used.indexOf(id) < index);
      return twice === undefined
        ? undefined
        : { severity: 'block', code: 'IMSX.0042', facts: { dataImage: twice } };
    },
  ),
  aboutVisible(
    'R-USE-09',
    'values',
    'umn/creating_a_data_disk_image_from_an_ecs',
    (_image, { dataDisks, diskImages }) => {
      for (const { fromImage, sizeGb } of dataDisks) {
        if (fromImage === undefined) continue;
        const source = diskImages.get(fromImage);
        const facts = { image: source?.name ?? fromImage, sizeGb, minGb: source?.minDisk ?? 0 };
        if (source?.type !== 'data' || stateOf(source) !== 'active')
          return { severity: 'block', code: 'IMG.0105', facts };
        if (sizeGb < source.minDisk) return { severity: 'block', code: 'IMSX.0008', facts };
      }
      return undefined;
    },
  ),
  aboutVisible('R-USE-15', 'state', 'jd/Image-Type', ({ rootDevice }, { request }) => {
    const { systemDiskKind } = request;
    return rootDevice && systemDiskKind && rootDevice !== systemDiskKind
      ? { severity: 'block', code: 'IMSX.0044', facts: { rootDevice, systemDiskKind } }
      : undefined;
  }),
  aboutVisible('R-USE-14', 'state', 'umn/faqs/os', ({ bootMode }, { request }) =>
    request.bootMode && request.bootMode !== bootMode
      ? { severity: 'block', code: 'IMSX.0010', facts: { bootMode, wanted: request.bootMode } }
      : undefined,
  ),
];
