import { decideShare, recordDecision } from './decide-share.ts';
import { deliverOffer } from './deliver-offer.ts';
import { lookIntoFile } from './look-into-file.ts';
import { completeBackup, snapshotDisks } from './make-full-image.ts';
import { startTransfer, transfer } from './make-image.ts';
import { fillDisk, startServers } from './make-server.ts';
import { reachState } from './operate-server.ts';
import { noteReplica, receiveCopy } from './receive-copy.ts';
import { replaceSystemDisk } from './replace-os.ts';
import { scrub } from './scrub.ts';
import { releaseSource } from './source-image.ts';
import type { StepWork } from './step.ts';
import { withdraw } from './withdraw.ts';
import { writeFile } from './write-file.ts';

/** Kind of a job step -> its work. A step with a `target` uses the target's part. */
export const stepWork: Readonly<Record<string, StepWork>> = {
  'start-transfer': startTransfer,
  transfer,
  'look-into-file': lookIntoFile,
  'snapshot-disks': snapshotDisks,
  'complete-backup': completeBackup,
  'release-source': releaseSource,
  'write-file': writeFile,
  'receive-copy': receiveCopy,
  'note-replica': noteReplica,
  'replace-system-disk': replaceSystemDisk,
  'reach-state': reachState,
  'deliver-offer': deliverOffer,
  withdraw,
  'decide-share': decideShare,
  'record-decision': recordDecision,
  'start-servers': startServers,
  'fill-disk': fillDisk,
  scrub,
};
