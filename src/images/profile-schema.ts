import { z } from 'zod';
import { ServerState } from './server.ts';

const texts = z.array(z.string()).readonly();
const gb = z.int().min(0);
/** No figure means: the cloud states no limit. */
const limit = z.int().min(0).nullable();
const offered = z.enum(['offered', 'not-offered']);
const range = z.strictObject({ min: gb, max: gb }).readonly();
const pattern = z.string().refine((text) => {
  try {
    return new RegExp(text, 'u').unicode;
  } catch {
    return false;
  }
}, 'is not a regular expression');
const code = z.templateLiteral([z.enum(['IMG', 'IMSX']), '.', z.string().regex(/^\d{4}$/)]);

const requests = {
  operations: z
    .strictObject({
      'create-system': offered,
      'create-bms': offered,
      'import-file': offered,
      'import-iso': offered,
      'create-data': offered,
      'create-full': offered,
      'create-full-backup': offered,
      'fast-import': offered,
      copy: offered,
      'cross-copy': offered,
      export: offered,
      encrypt: offered,
      share: offered,
      accept: offered,
      convert: offered,
    })
    .readonly(),
  /** `oneRule`: the cloud states one rule for the whole name, so a fault is named as one. R-NAME-05 */
  name: z
    .strictObject({
      min: z.int(),
      max: z.int(),
      regex: pattern,
      unique: z.boolean(),
      oneRule: z.boolean(),
    })
    .readonly(),
  description: z.strictObject({ max: z.int(), forbid: pattern, tooLongCode: code }).readonly(),
  tag: z
    .strictObject({
      max: z.int(),
      keyMax: z.int(),
      valueMax: z.int(),
      keyRegex: pattern,
      valueRegex: pattern,
      trim: z.boolean(),
    })
    .readonly(),
  /** How image IDs look. R-ID-01 */
  imageId: z.strictObject({ style: z.enum(['uuid', 'img']), regex: pattern }).readonly(),
  modify: z.strictObject({ fields: texts, dataImageFields: texts, statuses: texts }).readonly(),
};

const resources = {
  quota: z
    .strictObject({
      images: z.int().min(0),
      imagesAlternative: limit,
      snapshots: limit,
      receivedShares: limit,
      concurrentCreate: limit,
      /** Smallest and largest value a quota can be set to. R-QUO-01 */
      lowest: z.int(),
      highest: z.int(),
    })
    .readonly(),
  server: z
    .strictObject({
      allowedStates: z.array(ServerState).readonly(),
      requireStopped: z.enum(['never', 'always', 'local-disk-only']),
      systemDiskMaxGb: gb,
      sourceSystemDiskMaxGb: gb,
      dataDiskImageMaxGb: gb,
      bulkWarn: z.int(),
      bulkMax: limit,
    })
    .readonly(),
  guest: z
    .strictObject({
      fstabAutomount: z.enum(['confirm', 'block']),
      dataDisksAttached: z.enum(['confirm', 'info']),
    })
    .readonly(),
  create: z
    .strictObject({
      includeDataDisks: z.boolean(),
      cleanupOnFailure: z.enum(['none', 'snapshots']),
    })
    .readonly(),
  minDisk: z
    .strictObject({
      system: z.strictObject({ min: gb, max: gb, step: gb }).readonly(),
      data: range,
      dataV1: range,
      fast: range,
      iso: range,
      strictlyGreater: z.boolean(),
    })
    .readonly(),
  import: z
    .strictObject({
      formats: texts,
      maxGb: gb,
      fastFormats: texts,
      fastMaxGb: gb,
      isoAccepted: z.boolean(),
      maxDataDisks: z.int(),
      bucketClass: z.string().nullable(),
    })
    .readonly(),
  fullEcs: z
    .strictObject({
      vault: z.enum(['required', 'optional', 'none']),
      azLimitedFirst: z.boolean(),
      backupSeconds: z.int(),
      blockSpanned: z.boolean(),
      blockDss: z.boolean(),
      sanPolicy: z.enum(['confirm', 'info']),
      backupServices: texts,
    })
    .readonly(),
};

const reach = {
  share: z
    .strictObject({
      targetKind: z.enum(['project', 'account']),
      maxMembers: z
        .strictObject({ system: z.int(), data: z.int(), 'full-ecs': z.int(), iso: z.int() })
        .readonly(),
      maxMembersOlderPage: limit,
      countStatuses: z.array(z.enum(['pending', 'accepted', 'rejected'])).readonly(),
      perRequest: z.int(),
      encrypted: z.enum(['never', 'custom-key-with-grant']),
      fullEcsSources: z
        .array(z.enum(['cbr-backup', 'csbs-backup', 'server-without-csbs']))
        .readonly(),
      /** True: a share takes effect at once, there is no accept step. */
      autoAccept: z.boolean(),
      useBeforeAccept: z.boolean(),
      publishedAllowed: z.boolean(),
    })
    .readonly(),
  delete: z
    .strictObject({
      whenShared: z.enum(['allow', 'refuse']),
      fullEcsWhileCreating: z.boolean(),
      allowedStatuses: texts,
      deleteBackupDefault: z.boolean(),
      domainSharedBlocks: z.boolean(),
      /** True: refused in any intermediate status, during copying or converting, and while a local-disk image is in use. R-DEL-06 */
      onlySettled: z.boolean(),
    })
    .readonly(),
  copy: z
    .strictObject({
      enabled: z.boolean(),
      maxGb: limit,
      concurrent: z.int(),
      sharedAccepted: z.boolean(),
      sharedEncrypted: z.boolean(),
      sharedToEncrypted: z.boolean(),
      types: texts,
    })
    .readonly(),
  crossCopy: z
    .strictObject({
      enabled: z.boolean(),
      maxGb: limit,
      maxGbByRegion: z.record(z.string(), gb).readonly(),
      concurrent: z.int(),
      types: texts,
      fullEcs: z
        .strictObject({
          enabled: z.boolean(),
          pairs: z.string(),
          vaultProtection: z.string(),
          replicaAgain: z.boolean(),
        })
        .readonly(),
      agencyRequired: z.boolean(),
      agencyRole: z.string(),
      namePattern: z.string(),
    })
    .readonly(),
  export: z
    .strictObject({
      enabled: z.boolean(),
      formats: texts,
      fastFormat: z.string().nullable(),
      normalMaxGb: limit,
      fastMaxGb: gb,
      fastMaxExclusive: z.boolean(),
      fastEncrypted: z.boolean(),
      blockedOrigins: texts,
      types: texts,
      bucketClass: z.string().nullable(),
      prefixRegex: pattern.nullable(),
    })
    .readonly(),
  encrypt: z
    .strictObject({
      enabled: z.boolean(),
      defaultAlias: z.string(),
      types: texts,
      shareGrantOps: texts,
    })
    .readonly(),
  osChange: z.strictObject({ requireStopped: z.boolean(), bootModeMatch: z.boolean() }).readonly(),
};

const records = {
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
      imsAddImageMembersJob: z.number(),
      imsDelImageMembersJob: z.number(),
      imsUpdateImageMembersJob: z.number(),
      createServerFromImage: z.number(),
      createDiskFromImage: z.number(),
      imsDeleteImage: z.number(),
    })
    .readonly(),
};

/** The figures and differences of one cloud. Shared code reads keys and never asks which cloud it is. SPEC 6.2 */
export const Figures = z.strictObject({ ...requests, ...resources, ...reach, ...records });
export type Figures = Readonly<z.infer<typeof Figures>>;

/** Where a figure was read. */
export const SourceDocument = z
  .strictObject({
    title: z.string().min(1),
    address: z.string().optional(),
    /** Edition or last change, as far as the document says. */
    date: z.string().optional(),
  })
  .readonly();
export type SourceDocument = z.infer<typeof SourceDocument>;
