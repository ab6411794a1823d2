import { z } from 'zod';
import { ImageId, Instant, JobId, ProjectId, ServerId } from './ids.ts';

/** Job types by the clouds' own names; samples of their duration are in SPEC 3.26. */
export const JobType = z.enum([
  'imsCreateImageByInstance',
  'imsCreateWholeImageByInstanceJob',
  'imsCreateWholeImageByBackupJob',
  'imsVolumesToSysDataImagesJob',
  'imsVolumeCreateImageJob',
  'imsImportImageJob',
  'imsImportBigFileImageJob',
  'imsImportDataImageJob',
  'imsCopyImageInRegionJob',
  'imsNativeExportImageJob',
  'imsCrossRegionCopyJob',
  'convertImage',
  'replaceServerOs',
  'operateServer',
  'imsAddImageMembersJob',
  'imsDelImageMembersJob',
  'imsUpdateImageMembersJob',
  'createServerFromImage',
  'createDiskFromImage',
  'imsDeleteImage',
]);
export type JobType = z.infer<typeof JobType>;

/** R-JOB-01 */
export const JobStatus = z.enum(['INIT', 'RUNNING', 'SUCCESS', 'FAIL']);
export type JobStatus = z.infer<typeof JobStatus>;

/** Where something asked for came from, and so where its news goes. */
export const Place = z.union([
  z.object({ channel: z.string(), thread: z.string().optional() }).readonly(),
  z.object({ person: z.string() }).readonly(),
  z.object({ project: ProjectId }).readonly(),
]);
export type Place = z.infer<typeof Place>;

/** Plain values that a sentence about something needs. */
export const Facts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .readonly();
export type Facts = z.infer<typeof Facts>;

/**
 * One step of a job. `own` steps change the unit of the job; a step with a `target` changes the unit of that project and
 * is recorded there under the job's and step's name, so that doing it twice changes nothing.
 */
export const JobStep = z
  .object({
    kind: z.string(),
    /** Documented time of the step in seconds, before the lab's time scale. */
    seconds: z.number().min(0),
    target: ProjectId.optional(),
    state: z.enum(['waiting', 'done', 'failed', 'skipped']),
    /** Facts the step needs or found out. */
    facts: Facts.default({}),
  })
  .readonly();
export type JobStep = z.infer<typeof JobStep>;

/** Long work, kept in the unit of the project that asked for it. */
export const Job = z
  .object({
    id: JobId,
    type: JobType,
    /** What a person asked for, e.g. `image.share`. */
    operation: z.string(),
    status: JobStatus,
    /** Slack user ID of the person who asked. */
    requestedBy: z.string(),
    origin: Place,
    createdAt: Instant,
    /** Accepted, and waiting for another job to end: as many as the cloud allows run already. Its time does not count yet. */
    inLine: z.boolean().default(false),
    /** When a job that had been in line began; any other began when it was asked for. */
    begunAt: Instant.optional(),
    /** When the step at hand began: the lab cloud counts its seconds from here. */
    stepBegunAt: Instant,
    endedAt: Instant.optional(),
    steps: z.array(JobStep).readonly(),
    imageId: ImageId.optional(),
    imageName: z.string().optional(),
    /** Project whose unit holds the image when it is not this one. */
    imageOwner: ProjectId.optional(),
    serverId: ServerId.optional(),
    facts: Facts.default({}),
    /** Somebody wants it stopped, and is told there when it is. It may have been too late. */
    cancel: z
      .object({ who: z.string(), name: z.string(), at: Instant, origin: Place })
      .readonly()
      .optional(),
    error: z.object({ code: z.string(), reason: z.string() }).readonly().optional(),
    /** The message that shows the job's progress and is edited. */
    card: z.object({ channel: z.string(), ts: z.string() }).readonly().optional(),
  })
  .readonly();
export type Job = z.infer<typeof Job>;
