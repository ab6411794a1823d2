import type { Job, JobType } from '../job.ts';
import type { Action } from '../world.ts';

/** When work of one type can be cancelled, and by whom besides the person who asked for it. */
interface Cancelling {
  /** Kinds of steps that can still be left undone; none: the work is never cancelled. */
  readonly before: readonly string[];
  readonly right: Action;
}

const filling: readonly string[] = ['start-transfer', 'look-into-file', 'transfer'];

/**
 * Never: what has its effect when it is accepted (a share that is stopped, an answer, a deletion), and what must not be left
 * half done (a server on its way, a system that is being replaced). A full-ECS image that can be used already is not
 * taken away.
 */
const cancelling: Readonly<Record<JobType, Cancelling>> = {
  imsCreateImageByInstance: { before: filling, right: 'ims:serverImages:create' },
  imsCreateWholeImageByInstanceJob: {
    before: ['start-transfer', 'snapshot-disks'],
    right: 'ims:wholeImages:create',
  },
  imsCreateWholeImageByBackupJob: { before: filling, right: 'ims:wholeImages:create' },
  imsVolumesToSysDataImagesJob: { before: filling, right: 'ims:dataImages:create' },
  imsVolumeCreateImageJob: { before: filling, right: 'ims:serverImages:create' },
  imsImportImageJob: { before: filling, right: 'ims:serverImages:create' },
  imsImportBigFileImageJob: { before: filling, right: 'ims:serverImages:create' },
  imsImportDataImageJob: { before: filling, right: 'ims:dataImages:create' },
  imsCopyImageInRegionJob: { before: filling, right: 'ims:images:copy' },
  imsNativeExportImageJob: { before: ['write-file'], right: 'ims:images:export' },
  imsCrossRegionCopyJob: { before: ['receive-copy'], right: 'ims:images:copy' },
  convertImage: { before: filling, right: 'ims:images:copy' },
  replaceServerOs: { before: [], right: 'ecs:servers:create' },
  operateServer: { before: [], right: 'ecs:servers:create' },
  imsAddImageMembersJob: { before: ['deliver-offer'], right: 'ims:images:share' },
  imsDelImageMembersJob: { before: [], right: 'ims:images:share' },
  imsUpdateImageMembersJob: { before: [], right: 'ims:images:share' },
  createServerFromImage: { before: ['start-servers'], right: 'ecs:servers:create' },
  createDiskFromImage: { before: ['fill-disk'], right: 'ecs:servers:create' },
  imsDeleteImage: { before: [], right: 'ims:images:delete' },
};

/** Whether a job can be stopped before its step at hand; too late: it could have been before an earlier one. */
export function cancelState({
  type,
  steps,
}: Pick<Job, 'type' | 'steps'>): 'yes' | 'never' | 'too-late' {
  const { before } = cancelling[type];
  if (before.length === 0) return 'never';
  const next = steps.find(({ state }) => state === 'waiting');
  return next && before.includes(next.kind) ? 'yes' : 'too-late';
}

/** What somebody else than the requester must be allowed to do, to cancel work of this type. */
export function rightToCancel({ type }: Pick<Job, 'type'>): Action {
  return cancelling[type].right;
}
