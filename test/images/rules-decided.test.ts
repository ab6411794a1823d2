import { describe, expect, it } from 'vitest';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { cancelJob } from '../../src/images/operations/cancel-job.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { createDataImages } from '../../src/images/operations/create-data-images.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createFromBackup } from '../../src/images/operations/create-from-backup.ts';
import { createFromDisk } from '../../src/images/operations/create-from-disk.ts';
import { createFullImage } from '../../src/images/operations/create-full-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { importImage } from '../../src/images/operations/import-image.ts';
import { importIso } from '../../src/images/operations/import-iso.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { changeOs, reinstallOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { encryptImage, replicateImage } from '../../src/images/operations/replicate-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { documented, notDecided } from './documented-rules.ts';

const decided = new Set<string>(
  [
    cancelJob,
    createSystemImage,
    createFullImage,
    createDataImages,
    createFromBackup,
    createFromDisk,
    importImage,
    importIso,
    shareImage,
    unshareImage,
    acceptShare,
    rejectShare,
    createServer,
    createDisk,
    deleteImage,
    restoreImage,
    purgeImage,
    operateServer,
    convertImage,
    replicateAcross,
    changeOs,
    reinstallOs,
    exportImage,
    replicateImage,
    encryptImage,
    modifyImage,
    tagImage,
    untagImage,
  ].flatMap(({ rules }) => rules.map(({ id }) => id)),
);

describe.each(Object.entries(documented))('the rules of %s', (_section, rules) => {
  it.each([...rules])('%s is decided, or there is a reason why not', (id) => {
    expect(decided.has(id) || notDecided[id] !== undefined).toBe(true);
  });
});

it('no rule is both decided and excused', () => {
  expect(Object.keys(notDecided).filter((id) => decided.has(id))).toEqual([]);
});

it('every rule names its source', () => {
  const unsourced = [createSystemImage, shareImage, createServer, deleteImage]
    .flatMap(({ rules }) => rules.map(({ id, source }) => ({ id, source })))
    .filter(({ source }) => source === '');

  expect(unsourced).toEqual([]);
});
