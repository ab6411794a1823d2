import { z } from 'zod';
import { code, texts } from './kinds.ts';

/** The cloud's words for states, and figures about lists, audit and time. */
export const records = {
  /** Image status -> the cloud's words for it. SPEC 2.5 */
  statusMap: z
    .strictObject({
      queued: texts,
      saving: texts,
      active: texts,
      killed: texts,
      pending_delete: texts,
      deleted: texts,
    })
    .readonly(),
  /** Refusal codes where clouds have different ones for the same thing. */
  codes: z.strictObject({ imageNotReady: code }).readonly(),
  csv: z
    .strictObject({ privateColumns: texts, publicColumns: texts, fileNamePattern: z.string() })
    .readonly(),
  audit: z.strictObject({ retentionDays: z.int(), exportMax: z.int() }).readonly(),
  limits: z
    .strictObject({
      listDefault: z.int(),
      listMin: z.int(),
      listMax: z.int(),
      tagQuery: z
        .strictObject({
          keys: z.int(),
          valuesPerKey: z.int(),
          keyMax: z.int(),
          valueMax: z.int(),
          limitDefault: z.int(),
          limitMax: z.int(),
        })
        .readonly(),
    })
    .readonly(),
  /** Job type -> seconds one job took in the documents' samples. SPEC 3.26 */
  durations: z
    .strictObject({
      imsCreateImageByInstance: z.number(),
      imsCreateWholeImageByInstanceJob: z.number(),
      imsCreateWholeImageByBackupJob: z.number(),
      imsVolumesToSysDataImagesJob: z.number(),
      imsVolumeCreateImageJob: z.number(),
      imsImportImageJob: z.number(),
      imsImportBigFileImageJob: z.number(),
      imsImportDataImageJob: z.number(),
      imsCopyImageInRegionJob: z.number(),
      imsNativeExportImageJob: z.number(),
      imsCrossRegionCopyJob: z.number(),
      convertImage: z.number(),
      replaceServerOs: z.number(),
      operateServer: z.number(),
      imsAddImageMembersJob: z.number(),
      imsDelImageMembersJob: z.number(),
      imsUpdateImageMembersJob: z.number(),
      createServerFromImage: z.number(),
      createDiskFromImage: z.number(),
      imsDeleteImage: z.number(),
    })
    .readonly(),
};
