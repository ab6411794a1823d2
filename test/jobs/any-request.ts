import fc from 'fast-check';
import type { LabCloud } from '../../src/cloud/lab-cloud.ts';
import type { CaseBase, Lifecycle } from '../../src/images/decision.ts';
import type { ImageId, ProjectId } from '../../src/images/ids.ts';
import { isBinned } from '../../src/images/image-states.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { cancelJob } from '../../src/images/operations/cancel-job.ts';
import { createFullImage } from '../../src/images/operations/create-full-image.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { importImage } from '../../src/images/operations/import-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { changeOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import type { Unit } from '../../src/images/unit.ts';
import type { Caller } from '../../src/images/world.ts';
import { carryOut, type Outcome } from '../../src/operations/carry-out.ts';
import { aCause, aWorld, overseas, p1, p2, p3, sister } from '../images/builders.ts';

/** Where a request is made: by which project, on which images as it knows them, under which key. */
interface Place {
  readonly cloud: LabCloud;
  readonly own: Unit;
  readonly key: string;
}

/** One request, or several in one go; each is carried out once however often it comes. */
export interface AnyRequest {
  readonly project: ProjectId;
  readonly says: string;
  readonly carryOut: (place: Place) => Promise<readonly Outcome[]>;
  /** The image that somebody wants to use, if that is what the request is about. */
  readonly uses?: (own: Unit) => ImageId | undefined;
}

const everybody = [p1, p2, p3, sister, overseas];

/** Anything that any of the projects may ask for. */
export function anyRequest(): fc.Arbitrary<AnyRequest> {
  const by = fc.constantFrom(p1, p1, p2, p3);
  const which = fc.nat(6);
  const targets = fc.array(fc.constantFrom(p2, p2, p3, p3, sister, p1, overseas), {
    minLength: 1,
    maxLength: 3,
  });
  const name = fc.constantFrom('web', 'db', 'app', 'a/b');
  return fc.oneof(
    fc
      .tuple(by, name)
      .map(([project, called]) =>
        one(project, 'create', createSystemImage, () => ({ server: 's1', name: called })),
      ),
    by.map((project) =>
      one(project, 'create-full', createFullImage, () => ({
        server: 's1',
        name: 'full',
        vaultId: 'v1',
      })),
    ),
    by.map((project) =>
      one(project, 'import', importImage, () => ({
        file: 'imports:base.qcow2',
        name: 'file',
        minDisk: 40,
      })),
    ),
    fc
      .tuple(by, fc.array(which, { minLength: 1, maxLength: 3 }))
      .map(([project, all]) =>
        several(project, 'delete', all, deleteImage, (image) => ({ image })),
      ),
    fc
      .tuple(by, which)
      .map(([project, n]) =>
        one(project, 'restore', restoreImage, (own) => ({ image: binnedIn(own, n) })),
      ),
    fc
      .tuple(by, which)
      .map(([project, n]) =>
        one(project, 'purge', purgeImage, (own) => ({ image: binnedIn(own, n) })),
      ),
    fc
      .tuple(by, fc.array(which, { minLength: 1, maxLength: 2 }), targets)
      .map(([project, all, to]) =>
        several(project, 'share', all, shareImage, (image) => ({ image, targets: to })),
      ),
    fc
      .tuple(by, which, targets)
      .map(([project, n, from]) =>
        one(project, 'unshare', unshareImage, (own) => ({ image: imageOf(own, n), targets: from })),
      ),
    fc
      .tuple(
        fc.constantFrom(p2, p2, p3, sister),
        fc.nat(3),
        fc.constantFrom(acceptShare, acceptShare, rejectShare),
      )
      .map(([project, n, lifecycle]) =>
        one(project, lifecycle.operation, lifecycle, ({ received }) => ({
          image: received[n % Math.max(1, received.length)]?.imageId ?? 'none',
          owner: received[n % Math.max(1, received.length)]?.owner ?? p1,
          vaultId: 'v1',
        })),
      ),
    fc
      .tuple(by, fc.array(which, { minLength: 1, maxLength: 3 }))
      .map(([project, all]) =>
        several(project, 'copy', all, replicateImage, (image) => ({ image, name: 'copy' })),
      ),
    fc.tuple(by, which).map(([project, n]) =>
      one(project, 'copy across', replicateAcross, (own) => ({
        image: imageOf(own, n),
        region: 'r2',
        project: overseas,
        agency: 'copier',
      })),
    ),
    fc.tuple(by, which).map(([project, n]) =>
      one(project, 'export', exportImage, (own) => ({
        image: imageOf(own, n),
        bucket: 'imports',
        file: `file-${n}`,
        fast: false,
      })),
    ),
    fc
      .tuple(by, fc.array(which, { minLength: 1, maxLength: 3 }))
      .map(([project, all]) =>
        several(project, 'tag', all, tagImage, (image) => ({ image, tags: ['k.v', 'l.w'] })),
      ),
    fc
      .tuple(by, which)
      .map(([project, n]) =>
        one(project, 'untag', untagImage, (own) => ({ image: imageOf(own, n), keys: ['k'] })),
      ),
    fc.tuple(by, which, fc.constantFrom('on', 'off')).map(([project, n, value]) =>
      one(project, 'protect', modifyImage, (own) => ({
        image: imageOf(own, n),
        field: 'protected',
        value,
      })),
    ),
    fc.tuple(by, which).map(([project, n]) => ({
      ...one(project, 'server', createServer, (own) => ({
        image: imageOf(own, n),
        name: 'app',
        az: 'az1',
        ramMb: 4096,
        count: 1,
      })),
      uses: (own: Unit) => imageIds(own)[n % Math.max(1, imageIds(own).length)],
    })),
    fc.tuple(by, which).map(([project, n]) => ({
      ...one(project, 'change-os', changeOs, (own) => ({
        server: 's2',
        image: imageOf(own, n),
      })),
      uses: (own: Unit) => imageIds(own)[n % Math.max(1, imageIds(own).length)],
    })),
    fc
      .tuple(by, fc.constantFrom('start', 'stop', 'restart'))
      .map(([project, action]) =>
        one(project, action, operateServer, () => ({ server: 's1', action })),
      ),
    fc.tuple(by, fc.nat(3)).map(([project, n]) =>
      one(project, 'cancel', cancelJob, ({ jobs }) => {
        const open = jobs.filter(({ endedAt }) => endedAt === undefined);
        return { job: open[n % Math.max(1, open.length)]?.id ?? 'none' };
      }),
    ),
  );
}

function one<Request, Case extends CaseBase>(
  project: ProjectId,
  says: string,
  lifecycle: Lifecycle<Request, Case>,
  request: (own: Unit) => Request,
): AnyRequest {
  return {
    project,
    says: `${project.slice(-2)} ${says}`,
    carryOut: async ({ cloud, own, key }) => [
      await carryOut({ cloud }, asked(project, lifecycle, request(own)), aCause(`${key}/0`)),
    ],
  };
}

function several<Request, Case extends CaseBase>(
  project: ProjectId,
  says: string,
  which: readonly number[],
  lifecycle: Lifecycle<Request, Case>,
  request: (image: string) => Request,
): AnyRequest {
  return {
    project,
    says: `${project.slice(-2)} ${says} ${which}`,
    carryOut: async ({ cloud, own, key }) => {
      const outcomes: Outcome[] = [];
      for (const [index, n] of which.entries()) {
        const undertaking = asked(project, lifecycle, request(imageOf(own, n)));
        outcomes.push(await carryOut({ cloud }, undertaking, aCause(`${key}/${index}`)));
      }
      return outcomes;
    },
  };
}

function asked<Request, Case extends CaseBase>(
  project: ProjectId,
  lifecycle: Lifecycle<Request, Case>,
  request: Request,
) {
  const caller: Caller = { ...aWorld().caller, project };
  return { lifecycle, request, caller, others: everybody.filter((each) => each !== project) };
}

/** Images that a project can name: its own, and those offered to it. */
function imageIds({ images, received }: Unit): readonly ImageId[] {
  return [...images.map(({ id }) => id), ...received.map(({ imageId }) => imageId)];
}

function imageOf(own: Unit, n: number): string {
  const ids = imageIds(own);
  return ids[n % Math.max(1, ids.length)] ?? 'none';
}

/** An image in the recycle bin, where one lies there. */
function binnedIn(own: Unit, n: number): string {
  const binned = own.images.filter(isBinned);
  return binned[n % Math.max(1, binned.length)]?.id ?? imageOf(own, n);
}
