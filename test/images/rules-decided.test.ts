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

/** `R-NAME-01..04` as single IDs. */
function ids(family: string, last: number): readonly string[] {
  return Array.from({ length: last }, (_, n) => `R-${family}-${String(n + 1).padStart(2, '0')}`);
}

/** Every rule of the documents that these operations can meet. */
const documented: Readonly<Record<string, readonly string[]>> = {
  'common validation': [
    ...ids('NAME', 7),
    ...ids('DESC', 2),
    ...ids('TAG', 7),
    ...ids('RAM', 2),
    'R-EPS-01',
    ...ids('ID', 2),
    'R-BODY-01',
    ...ids('QUOTA', 3),
    'R-FLOW-01',
    'R-OWN-01',
    'R-VIS-01',
    'R-AUTH-01',
    ...ids('OS', 2),
    ...ids('BOOT', 2),
    'R-ASYNC-01',
  ],
  'guest preparation': ids('PREP', 9),
  'system disk image': ids('SYS', 17),
  'bare metal': ids('BMS', 5),
  'servers and disks': ids('USE', 16),
  changing: [...ids('MOD', 11), ...ids('TAGOP', 6)],
  copying: ids('COPY', 14),
  exporting: ids('EXP', 13),
  'changing the OS': ids('OSC', 10),
  'copying across regions': ids('XCOPY', 14),
  sharing: ids('SHARE', 25),
  'stop sharing': ids('UNSH', 7),
  answering: ids('ACC', 14),
  deleting: ids('DEL', 14),
  'the recycle bin': ids('BIN', 7),
  'what depends on an image': ids('DEP', 6),
  importing: [...ids('FILE', 17), ...ids('FAST', 8)],
  'quota, jobs, audit': [...ids('QUO', 2), ...ids('JOB', 4), ...ids('AUD', 5)],
  permissions: ids('PERM', 6),
  'ISO, data and full-ECS images': [
    ...ids('ISO', 7),
    ...ids('DATA', 12),
    ...ids('FULL', 22),
    ...ids('FBK', 11),
  ],
  'encryption and JD Cloud': [...ids('ENC', 10), ...ids('JDC', 9)],
};

const elsewhere = 'a rule of an operation that is not offered yet';
const words = 'an answer to a question, said by the FAQ';

/** Rules that no operation decides, and why. */
const notDecided: Readonly<Record<string, string>> = {
  'R-NAME-06': 'R-NAME-01 asks for a name in any case',
  'R-VIS-01': 'people act for projects; the rooms of access know which ones',
  'R-BMS-04': 'is decided by R-FULL-01',
  'R-FILE-12': 'is said by the FAQ: nothing is configured unless the fast import is chosen',
  'R-FILE-13': 'is decided by R-ENC-01 to R-ENC-04',
  'R-FILE-16':
    'the record and its data are made in one go, so nothing is registered to a record that exists',
  'R-BMS-05': 'says that the rules of ECS servers hold for BMS, which they do',
  'R-SHARE-05': 'is the counting inside R-SHARE-03, R-SHARE-04 and R-ACC-12',
  'R-SHARE-19': 'is the way of judging: one image per request, each target alone',
  'R-MOD-03': 'the rules of names, descriptions, memory and boot mode are asked themselves',
  'R-MOD-07': 'flags of the hypervisor are no attributes here, so R-MOD-04 refuses them',
  'R-TAGOP-02': 'two operations leave no other action',
  'R-TAGOP-06': words,
  'R-COPY-12': 'the rules of names, descriptions and quota are asked themselves',
  'R-ACC-02': 'two operations and a schema leave no other answer',
  'R-ACC-08': 'each image is answered by a request of its own',
  'R-ACC-10': 'is decided by R-SHARE-10, R-DEL-01 and R-OWN-01',
  'R-DEL-12': 'each image is deleted by a request of its own',
  'R-QUO-01': 'is a query: quotaOf',
  'R-JOB-01': 'is the shape of a job: JobStatus, finishJob, failJob',
  'R-JOB-02': 'is a query: progressOf',
  'R-JOB-03': 'a job has one image',
  'R-AUD-01': 'is what record and refusalLine write',
  'R-AUD-02': 'how long lines are kept is up to storage',
  'R-AUD-03': 'is decided by listAudit',
  'R-AUD-04': 'the log is always kept',
  'R-AUD-05': 'is what refusalLine writes',
  'R-PERM-01': 'access grants actions by role; R-AUTH-01 asks for them',
  'R-PERM-02': 'access grants actions by role; R-AUTH-01 asks for them',
  'R-PERM-03': 'access grants actions by project; R-AUTH-01 asks for them',
  'R-PERM-04': 'is decided by R-FILE-15, R-EXP-08, R-ENC-03 and R-FBK-09',
  'R-PERM-05': 'who somebody is, Slack and access know',
  'R-ISO-05': 'is decided by R-EXP-03 and R-COPY-03; registering an ISO file takes no key',
  'R-DATA-10': 'is decided by R-ENC-01 to R-ENC-04',
  'R-DATA-12': 'is decided by R-MOD-05',
  'R-FULL-12': 'is decided by R-EXP-03, R-COPY-02 and R-SHARE-13',
  'R-FULL-13': 'is decided by the rules of copying across regions, R-XCOPY',
  'R-FULL-14': 'is decided by R-OSC-09',
  'R-FBK-11': 'is decided by R-EXP-03 and R-COPY-02',
  'R-JDC-07': words,
  'R-JDC-09': elsewhere,
  'R-FULL-20': 'is decided by R-USE-07',
  'R-ENC-08': words,
  'R-ENC-10': words,
};

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
