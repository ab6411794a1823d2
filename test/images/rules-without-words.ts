/** A test by its file, from `test/`, and its title. */
type Proof = readonly [file: string, title: string];

/** A rule that Goldie never says by itself: what it is about, and who sees to it. */
export interface WithoutWords {
  readonly what: string;
  /** Rules that decide it; where they are and what proves them holds for this one too. */
  readonly by?: readonly string[];
  readonly where?: readonly string[];
  readonly proofs?: readonly Proof[];
  /** Why there is nothing to decide or to prove. */
  readonly why?: string;
}

const statuses = 'images/jobs.test.ts';
const faq = {
  where: ['intents/faq/'],
  proofs: [
    [
      'answers/load-answers.test.ts',
      'leave no placeholder open and no mark that Slack would not show',
    ],
  ],
} as const satisfies Omit<WithoutWords, 'what'>;
const roles: Omit<WithoutWords, 'what'> = {
  where: ['src/access/permissions.ts'],
  proofs: [['access/people.test.ts', 'a %s may look; may change things: %s']],
};
const aListOfFilters: Omit<WithoutWords, 'what'> = {
  where: ['src/images/list-filters.ts', 'src/images/image-row-order.ts'],
  proofs: [['images/list-filters.test.ts', '%s is refused with what could be written']],
};
const aList: Omit<WithoutWords, 'what'> = {
  where: ['src/images/list-images.ts'],
  proofs: [['images/lists.test.ts', 'shows %s']],
};
const tagQuery: Omit<WithoutWords, 'what'> = {
  proofs: [['images/tag-query.test.ts', '%s by %s']],
};
const csv: Omit<WithoutWords, 'what'> = {
  where: ['src/operations/export-list.ts'],
  proofs: [
    [
      'operations/lists-as-files.test.ts',
      'has every private image of the project under the columns of the cloud',
    ],
  ],
};
const optimising: Omit<WithoutWords, 'what'> = {
  where: ['src/operations/checklists.ts'],
  proofs: [['operations/lists-as-files.test.ts', 'says how to optimise %s']],
};

export const withoutWords: Readonly<Record<string, WithoutWords>> = {
  'R-NAME-06': { what: 'An image without a name is of no use', by: ['R-NAME-01'] },
  'R-VIS-01': {
    what: 'Projects of one account see each other without sharing',
    where: ['src/access/people.ts'],
    proofs: [
      [
        'access/people.test.ts',
        'gives an administrator every project of their account and no other',
      ],
    ],
  },
  'R-BMS-04': { what: 'No full-ECS image of a bare metal server', by: ['R-FULL-01'] },
  'R-BMS-05': {
    what: 'Bare metal servers obey the rules of servers',
    by: ['R-SYS-01', 'R-BMS-01'],
  },
  'R-FILE-12': {
    what: 'Nothing in an imported system is configured unless that is chosen',
    ...faq,
  },
  'R-FILE-13': {
    what: 'An import can be encrypted with a key',
    by: ['R-ENC-01', 'R-ENC-02', 'R-ENC-03', 'R-ENC-04'],
  },
  'R-FILE-16': {
    what: 'A file goes to the image record that was made for it',
    why: 'record and data are made in one go, there is no other record to give',
  },
  'R-SHARE-05': {
    what: 'Which members count for the limit',
    by: ['R-SHARE-03', 'R-SHARE-04', 'R-ACC-12'],
  },
  'R-SHARE-19': {
    what: 'Of several targets each is judged alone',
    where: ['src/images/decision.ts', 'src/images/rules/share-with.ts'],
    proofs: [
      ['images/share-handshake.test.ts', 'M1: tells every recipient of a share with several'],
    ],
  },
  'R-MOD-03': {
    what: 'New values obey the rules of what they change',
    by: ['R-NAME-02', 'R-DESC-01', 'R-RAM-01', 'R-BOOT-01'],
  },
  'R-MOD-07': { what: 'Flags of the hypervisor cannot be mixed', by: ['R-MOD-04'] },
  'R-TAGOP-02': {
    what: 'Tags are added or deleted, nothing else',
    where: ['src/images/operations/tag-image.ts'],
    why: 'there are two operations and no third',
  },
  'R-TAGOP-06': { what: 'Predefined tags need a right of the tag service', ...faq },
  'R-COPY-12': {
    what: 'A copy obeys the rules of names, descriptions and quota',
    by: ['R-NAME-02', 'R-DESC-01', 'R-QUOTA-01'],
  },
  'R-ACC-02': {
    what: 'An offer is accepted or rejected, nothing else',
    where: ['src/images/operations/answer-share.ts'],
    proofs: [
      [
        'images/negatives.test.ts',
        'answers are made by two operations that cannot say anything else',
      ],
    ],
  },
  'R-ACC-08': {
    what: 'Of several offers each is judged alone',
    why: 'each image is answered by a request of its own',
  },
  'R-ACC-10': {
    what: 'Recipients may use an image and change nothing in it',
    by: ['R-SHARE-10', 'R-DEL-01', 'R-OWN-01'],
  },
  'R-DEL-12': {
    what: 'Of several images each is judged alone',
    why: 'each image is deleted by a request of its own',
  },
  'R-QUO-01': {
    what: 'How much of each quota is used',
    where: ['src/images/quota.ts'],
    proofs: [
      [statuses, 'count private images that are not deleted, and nothing that was received'],
    ],
  },
  'R-JOB-01': {
    what: 'Jobs have four statuses, and a failed one says why',
    where: ['src/images/job.ts'],
    proofs: [[statuses, 'R-JOB-01: a job has one of four statuses']],
  },
  'R-JOB-02': {
    what: 'How far a job is',
    where: ['src/images/progress.ts'],
    proofs: [[statuses, 'progress counts what is done and the part of the step at hand']],
  },
  'R-JOB-03': {
    what: 'Jobs about several images list them one by one',
    why: 'a job is about one image',
  },
  'R-AUD-01': {
    what: 'Every change leaves a line under the name of the cloud’s trace',
    where: ['src/images/record.ts'],
    proofs: [
      [statuses, 'T6: a failure leaves a killed image, a failed job, a notice and an audit line'],
    ],
  },
  'R-AUD-02': {
    what: 'How long audit lines are kept',
    where: ['src/storage/retention.ts', 'src/storage/audit-archive.ts'],
    proofs: [
      ['storage/unit-stores.test.ts', 'moves the oldest audit lines to the archive and loses none'],
    ],
  },
  'R-AUD-04': {
    what: 'The log is always on',
    where: ['src/images/record.ts'],
    proofs: [['images/audit-list.test.ts', 'reaches into what has left the unit, each line once']],
  },
  'R-AUD-05': {
    what: 'What was refused leaves a line too',
    where: ['src/images/record.ts', 'src/operations/carry-out.ts'],
    proofs: [
      [
        'operations/lists-as-files.test.ts',
        'shows who did what, also what was refused, with a file of all of it',
      ],
    ],
  },
  'R-PERM-01': { what: 'Roles give rights', ...roles },
  'R-PERM-02': { what: 'Nobody has a right to begin with', ...roles },
  'R-PERM-03': {
    what: 'Rights count for one project in one region',
    where: ['src/access/permissions.ts'],
    proofs: [['access/people.test.ts', 'is nothing at all in a project without a role']],
  },
  'R-PERM-04': {
    what: 'Buckets, keys and vaults need rights of their own services',
    by: ['R-FILE-15', 'R-EXP-08', 'R-ENC-03', 'R-FBK-09'],
  },
  'R-PERM-05': {
    what: 'Somebody unknown may do nothing',
    where: ['src/access/people.ts'],
    proofs: [['access/people.test.ts', 'knows nobody by anything but their Slack ID']],
  },
  'R-ISO-05': {
    what: 'ISO images are not copied, exported or encrypted',
    by: ['R-EXP-03', 'R-COPY-03'],
  },
  'R-DATA-10': {
    what: 'A data image of a file can be encrypted with a key',
    by: ['R-ENC-01', 'R-ENC-02', 'R-ENC-03', 'R-ENC-04'],
  },
  'R-DATA-12': { what: 'Little can be changed in a data image', by: ['R-MOD-05'] },
  'R-FULL-12': {
    what: 'Full-ECS images are not exported, copied in their region or published',
    by: ['R-EXP-03', 'R-COPY-02', 'R-SHARE-13'],
  },
  'R-FULL-13': {
    what: 'Full-ECS images are copied between some regions only',
    by: ['R-XCOPY-02', 'R-XCOPY-08', 'R-XCOPY-09'],
  },
  'R-FULL-14': { what: 'A full-ECS image changes the system disk only', by: ['R-OSC-09'] },
  'R-FULL-20': { what: 'Disks of a new server may grow and never shrink', by: ['R-USE-07'] },
  'R-FBK-11': {
    what: 'Full-ECS images of backups are not exported or copied in their region',
    by: ['R-EXP-03', 'R-COPY-02'],
  },
  'R-JDC-07': { what: 'Data disks may get another size when a server is made', ...faq },
  'R-JDC-09': {
    what: 'Images of snapshots',
    why: 'Goldie knows how many snapshots there are (R-QUOTA-03) but not which, so nobody can choose some to make an image of',
  },
  'R-ENC-08': { what: 'The default key is made by itself and cannot be granted', ...faq },
  'R-ENC-10': { what: 'How the key service protects the keys of disks', ...faq },
  'R-CAP-01': {
    what: 'The disk capacity of an image; of a full-ECS image, of all its disks',
    where: ['src/images/image-states.ts'],
    by: ['R-USE-07'],
  },
  'R-CAP-02': {
    what: 'A backup that cannot be read',
    by: ['R-FBK-03'],
  },
  'R-LIST-01': { what: 'What lists can be filtered by', ...aListOfFilters },
  'R-LIST-02': {
    what: 'A page goes on after the last image of the one before',
    where: ['src/images/list-images.ts'],
    proofs: [['images/lists.test.ts', 'goes on after the marker until there is nothing more']],
  },
  'R-LIST-03': { what: 'What lists can be sorted by', ...aListOfFilters },
  'R-LIST-04': { what: 'Own images, and those that were accepted', ...aList },
  'R-LIST-05': { what: 'Images that are shared out are still private ones here', ...aList },
  'R-LIST-06': { what: 'Public images', ...aList },
  'R-LIST-07': {
    what: 'How large a page may be',
    where: ['src/images/list-images.ts'],
    proofs: [['images/negatives.test.ts', 'case %i is a bad query parameter']],
  },
  'R-LIST-08': {
    what: 'Lists show no capacity of full-ECS images',
    where: ['src/images/image-row.ts', 'src/operations/query.ts'],
    proofs: [['images/list-filters.test.ts', '%s']],
  },
  'R-TAGQ-01': { what: 'How many keys and values a search by tag may name', ...tagQuery },
  'R-TAGQ-02': {
    what: 'All tags, any of them, or none, in one search',
    where: ['src/images/tag-query.ts'],
    proofs: [['images/tag-query.test.ts', '%s']],
  },
  'R-TAGQ-03': {
    what: 'A search by tag gives images or counts them, a page at a time',
    ...tagQuery,
  },
  'R-TAGQ-04': { what: 'What a search by tag can look for besides', ...tagQuery },
  'R-TAGQ-05': { what: 'Of several tags an image has to have all', ...aListOfFilters },
  'R-CSV-01': { what: 'Columns of the file of private images', ...csv },
  'R-CSV-02': {
    what: 'Columns of the file of public images',
    where: ['src/operations/export-list.ts'],
    proofs: [['operations/lists-as-files.test.ts', 'has the public images on request']],
  },
  'R-CSV-03': { what: 'The file holds the images of one region', ...csv },
  'R-CSV-04': { what: 'The name of the file', ...csv },
  'R-CSV-05': {
    what: 'Cells that would be formulas are made text',
    where: ['src/wording/csv.ts'],
    proofs: [['wording/csv.test.ts', 'makes no formula of %j']],
  },
  'R-OPT-01': { what: 'Whether an image needs to be optimised', ...optimising },
  'R-OPT-02': { what: 'How to optimise a Linux image, in order', ...optimising },
  'R-OPT-03': { what: 'How to optimise a Windows image, in order', ...optimising },
  'R-OPT-04': { what: 'Optimising gives a new image and needs room for it', ...optimising },
  'R-OPT-05': { what: 'What the configuration at an import does not reach', ...faq },
};
