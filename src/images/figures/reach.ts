import { z } from 'zod';
import { gb, limit, pattern, texts } from './kinds.ts';

/** How far an image may go: sharing, deleting, copying, exporting, encrypting. */
export const reach = {
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
