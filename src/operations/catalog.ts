import { acceptOffer, rejectOffer } from './answer-offer.ts';
import { cancelJob } from './cancel-job.ts';
import { optimizeImage, prepareServer } from './checklists.ts';
import { convertImage } from './convert-image.ts';
import { createDataImage } from './create-data-image.ts';
import { createDisk } from './create-disk.ts';
import { createImageFromBackup } from './create-from-backup.ts';
import { createImageFromDisk } from './create-from-disk.ts';
import { createFullImage } from './create-full-image.ts';
import { createImage } from './create-image.ts';
import { createServer } from './create-server.ts';
import { deleteImage } from './delete-image.ts';
import { showDigest } from './digest.ts';
import { exportImage } from './export-image.ts';
import { exportList } from './export-list.ts';
import { feedbackCommand } from './feedback-command.ts';
import type { Group } from './group.ts';
import { help } from './help.ts';
import { importImage } from './import-image.ts';
import { importIso } from './import-iso.ts';
import { purgeImage, restoreImage } from './leave-bin.ts';
import { listAudit } from './list-audit.ts';
import { listBin } from './list-bin.ts';
import { listImages, searchImages } from './list-images.ts';
import { listJobs, showJob } from './list-jobs.ts';
import { listOffers } from './list-offers.ts';
import { listServers } from './list-servers.ts';
import { modifyImage, renameImage } from './modify-image.ts';
import { setChannel, setDaily, setNotify } from './notice-settings.ts';
import { restartServer, startServer, stopServer } from './operate-server.ts';
import type { Operation } from './operation.ts';
import { listProjects, switchProject } from './projects.ts';
import { protectImage, unprotectImage } from './protect-image.ts';
import { changeOs, reinstallOs } from './replace-os.ts';
import { replicateAcross } from './replicate-across.ts';
import { encryptImage, replicateImage } from './replicate-image.ts';
import { shareImage } from './share-image.ts';
import { showImage } from './show-image.ts';
import { showQuota } from './show-quota.ts';
import { showSettings } from './show-settings.ts';
import { tagImage, untagImage } from './tag-image.ts';
import { listTags, taggedImages } from './tagged-images.ts';
import type { Tools } from './tools.ts';
import { unshareImage } from './unshare-image.ts';

/** Everything that a person can ask for, by id, in the order in which help shows it. */
export function catalog(tools: Tools): ReadonlyMap<string, Operation> {
  const groups: readonly Group[] = [
    {
      heading: 'look',
      operations: [
        listImages(tools),
        showImage(tools),
        searchImages(tools),
        taggedImages(tools),
        listTags(tools),
        exportList(tools),
        listServers(tools),
        showQuota(tools),
      ],
    },
    {
      heading: 'create',
      operations: [
        createImage(tools),
        createFullImage(tools),
        createImageFromBackup(tools),
        createDataImage(tools),
        createImageFromDisk(tools),
        importImage(tools),
        importIso(tools),
        prepareServer(tools),
      ],
    },
    {
      heading: 'share',
      operations: [
        shareImage(tools),
        unshareImage(tools),
        listOffers(tools),
        acceptOffer(tools),
        rejectOffer(tools),
      ],
    },
    {
      heading: 'change',
      operations: [
        modifyImage(tools),
        renameImage(tools),
        protectImage(tools),
        unprotectImage(tools),
        tagImage(tools),
        untagImage(tools),
        replicateImage(tools),
        replicateAcross(tools),
        encryptImage(tools),
        exportImage(tools),
        convertImage(tools),
        optimizeImage(tools),
        deleteImage(tools),
        listBin(tools),
        restoreImage(tools),
        purgeImage(tools),
      ],
    },
    {
      heading: 'use',
      operations: [
        createServer(tools),
        createDisk(tools),
        startServer(tools),
        stopServer(tools),
        restartServer(tools),
        changeOs(tools),
        reinstallOs(tools),
      ],
    },
    {
      heading: 'oversee',
      operations: [
        listJobs(tools),
        showJob(tools),
        cancelJob(tools),
        listAudit(tools),
        listProjects(tools),
        switchProject(tools),
        showDigest(tools),
        showSettings(tools),
        setNotify(tools),
        setDaily(tools),
        setChannel(tools),
        help(tools, () => groups),
      ],
      beside: [feedbackCommand],
    },
  ];
  const operations = groups.flatMap((group) => group.operations);
  return new Map(operations.map((operation) => [operation.id, operation]));
}
