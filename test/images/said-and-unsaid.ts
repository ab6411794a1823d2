import { type CaseBase, type Decision, decide, type Lifecycle } from '../../src/images/decision.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { changeOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { tagImage } from '../../src/images/operations/tag-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { ofBackup } from './bad-backup-images.ts';
import { data, withData } from './bad-data-images.ts';
import { full } from './bad-full-images.ts';
import { fast, importing } from './bad-imports.ts';
import { iso } from './bad-isos.ts';
import {
  aBucket,
  aFullImage,
  aMember,
  anImage,
  anOffer,
  aProfile,
  aServer,
  aUnit,
  aWorld,
  imageId,
  images,
  p1,
  p2,
  p3,
  sister,
  type WorldParts,
} from './builders.ts';

type Judged = () => Decision;

/** A rule, when it has something to say, a request in which it does, and one in which it does not. */
type SaidAndUnsaid = readonly [rule: string, when: string, said: Judged, unsaid: Judged];

type Server = Parameters<typeof aServer>[0];
type Image = Parameters<typeof anImage>[0];
interface Asked<Request> {
  readonly request?: Partial<Request>;
  readonly server?: Server;
  readonly image?: Image;
  readonly own?: Parameters<typeof aUnit>[0];
  readonly world?: WorldParts;
}

/** Asks for an operation in a unit with one server and one image, changed as the case wants it. */
function asking<Request, Case extends CaseBase>(
  lifecycle: Lifecycle<Request, Case>,
  base: NoInfer<Request>,
) {
  return ({ request, server, image, own, world }: Asked<Request> = {}): Judged => {
    const unit = aUnit({ servers: [aServer(server)], images: [anImage(image)], ...own });
    return () =>
      decide(lifecycle, aWorld({ own: unit, ...world }), Object.assign({}, base, request));
  };
}

const image = imageId(1);
const create = asking(createSystemImage, { server: 's1', name: 'web' });
const share = asking(shareImage, { image, targets: [p2] });
const unshare = asking(unshareImage, { image, targets: [p2] });
const use = asking(createServer, { image, name: 'app', az: 'az1', ramMb: 4096, count: 1 });
const copy = asking(replicateImage, { image, name: 'copy' });
const across = asking(replicateAcross, { image, region: 'r2', agency: 'copier' });
const remove = asking(deleteImage, { image });
const out = asking(exportImage, { image, bucket: 'imports', file: 'web', fast: false });
const convert = asking(convertImage, { image: imageId(1, 'jdcloud') });
const modify = asking(modifyImage, { image, field: 'bootMode', value: 'uefi' });
const tag = asking(tagImage, { image, tags: ['stage.new'] });
const change = asking(changeOs, { server: 's1', image });

const offered = (status: 'pending' | 'accepted') => ({
  own: { project: p2, servers: [], images: [], received: [anOffer({ status })] },
  world: { others: [aUnit({ images: [anImage({ members: [aMember(p2, status)] })] })] },
});
const accept = asking(acceptShare, { image, owner: p1 });
const reject = asking(rejectShare, { image, owner: p1 });

const noServer = { request: { server: 's9' } };
const noImage = { request: { image: 'none' } };
const jd = { cloud: 'jdcloud' } as const;
const spacedTag = { imageTags: [{ key: ' stage ', value: 'new' }] };
const stopped = { server: { state: 'stopped' } } as const;
const encryption = { keyId: 'k1', keyKind: 'custom' } as const;
const windows = { osType: 'Windows' } as const;
const bucket = { buckets: [aBucket()] };
const one = { members: [aMember(p2, 'accepted')] };
const two = { members: [aMember(p2, 'accepted'), aMember(p3, 'accepted')] };
const jdMember = { id: imageId(1, 'jdcloud'), members: [aMember(p2, 'accepted')] };
const local = { id: imageId(1, 'jdcloud'), rootDevice: 'localDisk' } as const;

const making: readonly SaidAndUnsaid[] = [
  ['R-SYS-03', 'the server runs', create(), create(stopped)],
  ['R-SYS-04', 'there is such a server', create(), create(noServer)],
  [
    'R-BMS-01',
    'the cloud makes no images of bare metal servers',
    create({ server: { kind: 'bms' }, world: jd }),
    create({ server: { kind: 'bms' } }),
  ],
  ['R-SYS-14', 'there is such a server', create(), create(noServer)],
  ['R-SYS-16', 'there is such a server', create(), create(noServer)],
  ['R-SYS-17', 'there is such a server', create(), create(noServer)],
  ['R-ASYNC-01', 'there is such a server', create(), create(noServer)],
  [
    'R-SYS-15',
    'the image could not be exported',
    create({ server: { originImage: { kind: 'public', publicOsVendor: 'suse' } } }),
    create(),
  ],
  [
    'R-PREP-04',
    'Cloud-Init is missing',
    create({ server: { guest: { cloudInit: false } } }),
    create(),
  ],
  [
    'R-PREP-05',
    'drivers are missing',
    create({ server: { guest: { virtioDrivers: false } } }),
    create(),
  ],
  [
    'R-PREP-06',
    'a Windows server in a domain was not prepared',
    create({ server: { ...windows, guest: { inDomain: true, sysprep: false } } }),
    create({ server: { ...windows, guest: { inDomain: true, sysprep: true } } }),
  ],
  ['R-PREP-07', 'there is such a server', create(), create(noServer)],
  ['R-PREP-08', 'there is such a server', create(), create(noServer)],
  [
    'R-PREP-09',
    'something is left to prepare',
    create({ server: { guest: { cloudInit: false } } }),
    create(noServer),
  ],
  [
    'R-JDC-06',
    'the data disks come along',
    create({ own: { servers: [withData()] }, world: jd }),
    create({ world: jd }),
  ],
  ['R-JDC-08', 'the cloud counts snapshots', create({ world: jd }), create()],
  [
    'R-QUO-02',
    'it is the last image of the quota',
    create({ own: { images: images(99) } }),
    create(),
  ],
  [
    'R-TAG-05',
    'the cloud takes away spaces around a tag',
    create({ request: spacedTag, world: { cloud: 'otc' } }),
    create({ request: spacedTag }),
  ],
  ['R-ENC-05', 'the disk is encrypted', data(withData({ keyId: 'k1' })), data()],
  [
    'R-FULL-03',
    'a database runs on the server',
    full({ guest: { containsDatabase: true } }),
    full({ state: 'stopped', guest: { containsDatabase: true } }),
  ],
  [
    'R-FULL-11',
    'the image can be used in one AZ first',
    full(),
    full({}, {}, {}, { profile: aProfile('huawei', { fullEcs: { azLimitedFirst: false } }) }),
  ],
  ['R-FULL-04', 'there is such a server', full(), full({}, {}, { server: 's9' })],
  ['R-FULL-17', 'there is such a server', full(), full({}, {}, { server: 's9' })],
  ['R-FULL-18', 'the vault is known', full(), full({}, { vaults: [] })],
  [
    'R-FULL-19',
    'no tag is given',
    full(),
    full({}, {}, { imageTags: [{ key: 'stage', value: 'new' }] }),
  ],
  ['R-FULL-22', 'there is such a server', full(), full({}, {}, { server: 's9' })],
  [
    'R-FBK-06',
    'there is such a backup',
    ofBackup(),
    ofBackup({}, { service: 'CBR', backup: 'none' }),
  ],
  ['R-FILE-14', 'a file is imported the normal way', importing(), fast()],
  ['R-FAST-07', 'a file is imported the fast way', fast(), importing()],
  [
    'R-FAST-08',
    'the normal way would do',
    fast({ sizeBytes: 1024 ** 3 }),
    fast({ sizeBytes: 500 * 1024 ** 3 }),
  ],
  ['R-ISO-07', 'there is such a file', iso(), iso({}, { file: 'imports:none.iso' })],
];

const sharing: readonly SaidAndUnsaid[] = [
  ['R-QUOTA-02', 'there is such an image', share(), share(noImage)],
  ['R-SHARE-14', 'there is such an image', share(), share(noImage)],
  [
    'R-SHARE-16',
    'recipients have to accept',
    share(),
    share({
      image: { id: imageId(1, 'jdcloud') },
      request: { image: imageId(1, 'jdcloud') },
      world: jd,
    }),
  ],
  ['R-SHARE-17', 'there is such an image', share(), share(noImage)],
  ['R-SHARE-25', 'there is such an image', share(), share(noImage)],
  ['R-USE-12', 'there is such an image', share(), share(noImage)],
  [
    'R-SHARE-21',
    'both projects are of one account',
    share({ request: { targets: [sister] } }),
    share(),
  ],
  ['R-UNSH-02', 'nobody is named', unshare({ request: { targets: [] } }), unshare()],
  [
    'R-UNSH-04',
    'nobody has a share',
    unshare({ request: { targets: 'all' } }),
    unshare({ request: { targets: 'all' }, image: one }),
  ],
  ['R-UNSH-05', 'the last recipient goes', unshare({ image: one }), unshare({ image: two })],
  [
    'R-UNSH-06',
    'the image is encrypted',
    unshare({ image: { ...one, encryption } }),
    unshare({ image: one }),
  ],
  [
    'R-UNSH-07',
    'recipients were never asked',
    unshare({ image: jdMember, request: { image: jdMember.id }, world: jd }),
    unshare({ image: one }),
  ],
  ['R-ACC-05', 'it was offered', accept(offered('pending')), accept()],
  ['R-ACC-06', 'it was offered', reject(offered('pending')), reject()],
  ['R-ACC-11', 'it is not accepted yet', accept(offered('pending')), accept(offered('accepted'))],
  ['R-ACC-13', 'it was offered', accept(offered('pending')), accept()],
];

const using: readonly SaidAndUnsaid[] = [
  ['R-USE-11', 'the image is encrypted', use({ image: { encryption } }), use()],
  ['R-USE-13', 'the image is somebody else’s', use(offered('accepted')), use()],
  ['R-OSC-09', 'it is a full-ECS image', change({ own: { images: [aFullImage()] } }), change()],
  ['R-COPY-10', 'there is such an image', copy(), copy(noImage)],
  ['R-COPY-11', 'it is a system image', copy(), copy({ image: { type: 'data' } })],
  ['R-XCOPY-11', 'there is such an image', across(), across(noImage)],
  ['R-XCOPY-14', 'there is such an image', across(), across(noImage)],
  ['R-EXP-12', 'there is such an image', out({ own: bucket }), out({ own: bucket, ...noImage })],
  [
    'R-JDC-04',
    'its system disk is local',
    convert({ image: local, world: jd }),
    convert({ image: { ...local, rootDevice: 'cloudDisk' }, world: jd }),
  ],
  [
    'R-MOD-09',
    'Windows gets several queues',
    modify({ request: { field: 'multiQueue', value: 'on' }, image: windows }),
    modify({ request: { field: 'multiQueue', value: 'on' } }),
  ],
  ['R-MOD-10', 'the boot mode changes', modify(), modify({ image: { bootMode: 'uefi' } })],
  [
    'R-MOD-11',
    'the protection changes',
    modify({ request: { field: 'protected', value: 'on' } }),
    modify(),
  ],
  [
    'R-TAGOP-01',
    'the tag had another value',
    tag({ image: { tags: { stage: 'old' } } }),
    tag({ image: { tags: { other: 'old' } } }),
  ],
  ['R-DEL-09', 'there is such an image', remove(), remove(noImage)],
  ['R-DEL-11', 'snapshots would stay', remove({ own: { images: [aFullImage()] } }), remove()],
  ['R-DEL-13', 'it is gone at once', remove(), remove({ world: { binDays: 7 } })],
  ['R-BIN-07', 'it goes to the recycle bin', remove({ world: { binDays: 7 } }), remove()],
];

export const saidAndUnsaid: Readonly<Record<string, readonly SaidAndUnsaid[]>> = {
  'making images': making,
  'sharing images': sharing,
  'using and changing images': using,
};
