import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import type { Image } from '../../src/images/image.ts';
import type { MemberStatus } from '../../src/images/member.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import {
  aCause,
  aFullImage,
  aMember,
  anImage,
  anOffer,
  aUnit,
  aWorld,
  type Cloud,
  carriedOut,
  imageId,
  members,
  p1,
  p2,
  p3,
  project,
} from './builders.ts';
import { runJobs, type Units, unitOf, units } from './run-job.ts';

const id = imageId(1);

/** The owner shares and the offers are delivered. */
function share(
  all: Units,
  targets: readonly ProjectId[],
  cloud: Cloud = 'huawei',
  key = 'share',
): Units {
  const own = unitOf(all, p1);
  const world = aWorld({ cloud, own, others: [...all.values()].filter((unit) => unit !== own) });
  const image = own.images[0]?.id ?? id;
  return runJobs(
    new Map([...all, [p1, carriedOut(shareImage, world, { image, targets }, aCause(key))]]),
  );
}

/** A recipient answers and the answer is brought home. */
function answer(all: Units, said: 'accept' | 'reject', who = p2, key = `${said}-1`): Units {
  const owner = unitOf(all, p1);
  const world = aWorld({ own: unitOf(all, who), others: [owner] });
  const lifecycle = said === 'accept' ? acceptShare : rejectShare;
  const unit = carriedOut(lifecycle, world, { image: id, owner: p1 }, aCause(key));
  return runJobs(new Map([...all, [who, unit]]), { home: who });
}

function stop(all: Units, targets: readonly ProjectId[] | 'all'): Units {
  const world = aWorld({ own: unitOf(all, p1) });
  return runJobs(
    new Map([
      ...all,
      [p1, carriedOut(unshareImage, world, { image: id, targets }, aCause('stop'))],
    ]),
  );
}

function remove(all: Units): Units {
  const world = aWorld({ own: unitOf(all, p1) });
  return runJobs(
    new Map([...all, [p1, carriedOut(deleteImage, world, { image: id }, aCause('delete'))]]),
  );
}

function between(status: MemberStatus): Units {
  return units(
    aUnit({ images: [anImage({ visibility: 'shared', members: [aMember(p2, status)] })] }),
    aUnit({ project: p2, received: [anOffer({ status })] }),
  );
}

function fresh(image: Image = anImage()): Units {
  return units(aUnit({ images: [image] }), aUnit({ project: p2 }), aUnit({ project: p3 }));
}

function statusOf(all: Units, who = p2): MemberStatus | undefined {
  return unitOf(all, p1).images[0]?.members.find((member) => member.project === who)?.status;
}

function receivedBy(all: Units, who = p2) {
  return unitOf(all, who).received[0]?.status;
}

function noticesOf(all: Units, who: ProjectId): readonly string[] {
  return unitOf(all, who).notices.map(({ kind }) => kind);
}

describe('the share of an image', () => {
  it('M1: is pending after sharing, on both sides, and the recipient is told once', () => {
    const all = share(fresh(), [p2]);

    expect([statusOf(all), receivedBy(all)]).toEqual(['pending', 'pending']);
    expect(noticesOf(all, p2)).toEqual(['share.offered']);
    expect(unitOf(all, p1).images[0]?.visibility).toBe('shared');
  });

  it.each([
    ['stopped', 'R-UNSH-03', (all: Units) => stop(all, [p2])],
    ['deleted', 'R-DEL-08', remove],
  ] as const)(
    'tells a recipient why the image cannot be used once sharing is %s',
    (_, rule, end) => {
      const all = end(between('accepted'));
      const world = aWorld({ own: unitOf(all, p2), others: [unitOf(all, p1)] });
      const order = { image: id, name: 'web-09', az: 'az-1', ramMb: 4096, count: 1 };
      const { findings, refused } = decide(createServer, world, order);

      expect(refused).toBe(true);
      expect(findings.filter(({ severity }) => severity === 'block')).toMatchObject([
        { rule, code: 'IMSX.0007', facts: { image: 'web-golden' } },
      ]);
    },
  );

  it('is no longer called ended once it is offered again', () => {
    const all = share(stop(between('accepted'), [p2]), [p2], 'huawei', 'again');

    expect(receivedBy(all)).toBe('pending');
    expect(unitOf(all, p2).former).toEqual([]);
  });

  it('M1: tells every recipient of a share with several', () => {
    const all = share(fresh(), [p2, p3]);

    expect([receivedBy(all, p2), receivedBy(all, p3)]).toEqual(['pending', 'pending']);
    expect(unitOf(all, p1).jobs).toHaveLength(1);
  });

  it('M2: is accepted when the recipient accepts, and the news goes to where it was shared', () => {
    const all = answer(share(fresh(), [p2]), 'accept');

    expect([statusOf(all), receivedBy(all)]).toEqual(['accepted', 'accepted']);
    expect(unitOf(all, p1).notices).toContainEqual(
      expect.objectContaining({ kind: 'share.accepted', to: { channel: 'C1', thread: '1.1' } }),
    );
  });

  it('M3: is rejected when the recipient rejects', () => {
    const all = answer(share(fresh(), [p2]), 'reject');

    expect([statusOf(all), receivedBy(all)]).toEqual(['rejected', 'rejected']);
    expect(noticesOf(all, p1)).toContain('share.rejected');
  });

  it('M4: is rejected when a recipient gives an accepted image back', () => {
    const all = answer(between('accepted'), 'reject');

    expect([statusOf(all), receivedBy(all)]).toEqual(['rejected', 'rejected']);
  });

  it('M5: is accepted when a recipient changes a rejection', () => {
    const all = answer(between('rejected'), 'accept');

    expect([statusOf(all), receivedBy(all)]).toEqual(['accepted', 'accepted']);
  });

  it('M6: is pending again when the owner shares again after a rejection', () => {
    const all = share(between('rejected'), [p2]);

    expect([statusOf(all), receivedBy(all)]).toEqual(['pending', 'pending']);
    expect(unitOf(all, p2).received).toHaveLength(1);
  });

  it.each(['pending', 'accepted'] as const)(
    'M7: stays %s when shared again, and says so',
    (status) => {
      const all = between(status);
      const decision = decide(shareImage, aWorld({ own: unitOf(all, p1) }), {
        image: id,
        targets: [p2],
      });
      const unit = decision.carryOut(aCause());

      expect(decision.findings.map(({ rule }) => rule)).toContain('R-SHARE-23');
      expect(unit?.jobs).toEqual([]);
      expect(unit?.images).toEqual(unitOf(all, p1).images);
    },
  );

  it.each(['pending', 'accepted', 'rejected'] as const)(
    'M8: is over when the owner stops it while %s, and the image is private again',
    (status) => {
      const all = stop(between(status), [p2]);

      expect([statusOf(all), receivedBy(all)]).toEqual([undefined, undefined]);
      expect(unitOf(all, p1).images[0]?.visibility).toBe('private');
      expect(noticesOf(all, p2)).toEqual(['share.stopped']);
    },
  );

  it('M8: goes on with the other members', () => {
    const all = stop(share(fresh(), [p2, p3]), [p2]);

    expect([statusOf(all, p2), statusOf(all, p3)]).toEqual([undefined, 'pending']);
    expect(unitOf(all, p1).images[0]?.visibility).toBe('shared');
  });

  it('M9: is over when the image is deleted, and the recipient is told', () => {
    const all = between('accepted');
    const unit = carriedOut(deleteImage, aWorld({ own: unitOf(all, p1) }), { image: id });
    const after = runJobs(new Map([...all, [p1, unit]]));

    expect(receivedBy(after)).toBeUndefined();
    expect(noticesOf(after, p2)).toEqual(['image.deleted']);
    expect(unitOf(after, p1).images[0]?.status).toBe('deleted');
  });

  it.each([
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('M10: stays as it is when asked to %s twice', (said, status) => {
    const all = answer(between(status), said);

    expect([statusOf(all), receivedBy(all)]).toEqual([status, status]);
    expect(unitOf(all, p2).jobs).toEqual([]);
  });

  it('M10: brings the own list back in line with the owner record', () => {
    const apart = units(
      unitOf(between('accepted'), p1),
      aUnit({ project: p2, received: [anOffer({ status: 'pending' })] }),
    );

    expect(receivedBy(answer(apart, 'accept'))).toBe('accepted');
  });

  it('is accepted at once where the cloud has no accept step', () => {
    const all = share(fresh(anImage({ id: imageId(1, 'jdcloud') })), [p2], 'jdcloud');

    expect([statusOf(all), receivedBy(all)]).toEqual(['accepted', 'accepted']);
  });
});

describe('two things at once', () => {
  it('an offer that was stopped before it arrived is not delivered', () => {
    const shared = carriedOut(shareImage, aWorld({ own: unitOf(fresh(), p1) }), {
      image: id,
      targets: [p2],
    });
    const stopped = carriedOut(
      unshareImage,
      aWorld({ own: shared }),
      { image: id, targets: 'all' },
      aCause('stop'),
    );
    const all = runJobs(units(stopped, aUnit({ project: p2 })));

    expect(receivedBy(all)).toBeUndefined();
    expect(noticesOf(all, p2)).toEqual([]);
  });

  it('an acceptance that comes after the owner stopped fails and changes nothing', () => {
    const all = between('pending');
    const world = aWorld({ own: unitOf(all, p2), others: [unitOf(all, p1)] });
    const accepted = carriedOut(acceptShare, world, { image: id, owner: p1 });
    const stopped = unitOf(stop(all, 'all'), p1);
    const after = runJobs(units(stopped, accepted), { home: p2 });

    expect(unitOf(after, p2).jobs[0]).toMatchObject({
      status: 'FAIL',
      error: { code: 'IMSX.0007' },
    });
    expect(receivedBy(after)).toBe('pending');
  });

  it('an acceptance that overtakes a second offer stands on both sides (M5, M6)', () => {
    const all = between('rejected');
    const world = aWorld({ own: unitOf(all, p2), others: [unitOf(all, p1)] });
    const accepted = carriedOut(acceptShare, world, { image: id, owner: p1 }, aCause('accept'));
    const shared = carriedOut(shareImage, aWorld({ own: unitOf(all, p1) }), {
      image: id,
      targets: [p2],
    });
    const after = runJobs(runJobs(units(shared, accepted), { home: p2 }));

    expect([statusOf(after), receivedBy(after)]).toEqual(['accepted', 'accepted']);
    expect(noticesOf(after, p2)).not.toContain('share.offered');
  });

  it('two acceptances for one last place: the second fails with IMG.0088 (R-ACC-12)', () => {
    const owner = aUnit({
      images: [
        anImage({
          members: [...members(127, 'accepted'), aMember(p2, 'pending'), aMember(p3, 'pending')],
        }),
      ],
    });
    const accepted = [p2, p3].map((who) =>
      carriedOut(
        acceptShare,
        aWorld({ own: aUnit({ project: who, received: [anOffer()] }), others: [owner] }),
        { image: id, owner: p1 },
        aCause(`accept-${who}`),
      ),
    );
    const first = runJobs(units(owner, ...accepted), { home: p2 });
    const both = runJobs(first, { home: p3 });

    expect([statusOf(both, p2), statusOf(both, p3)]).toEqual(['accepted', 'pending']);
    expect(unitOf(both, p3).jobs[0]?.error?.code).toBe('IMG.0088');
  });

  it('the same click twice shares once', () => {
    const once = carriedOut(shareImage, aWorld(), { image: id, targets: [p2] }, aCause('click'));
    const twice = carriedOut(
      shareImage,
      aWorld({ own: once }),
      { image: id, targets: [p2] },
      aCause('click'),
    );

    expect(twice).toBe(once);
  });

  it('two requests in a row cannot pass the limit of accepted members', () => {
    const own = aUnit({
      images: [anImage({ id: imageId(1, 'jdcloud'), members: members(18, 'accepted') })],
    });
    const request = (n: number) => ({
      image: imageId(1, 'jdcloud'),
      targets: [project(n), project(n + 1)],
    });
    const first = carriedOut(
      shareImage,
      aWorld({ cloud: 'jdcloud', own }),
      request(700),
      aCause('a'),
    );
    const second = decide(shareImage, aWorld({ cloud: 'jdcloud', own: first }), request(800));

    expect(second.refused).toBe(true);
    expect(second.findings.map(({ rule }) => rule)).toContain('R-SHARE-03');
  });
});

describe('where a project may hold a few shared images only (R-SHARE-20)', () => {
  const jd = (n: number) => imageId(n, 'jdcloud');
  const owner = aUnit({ images: [anImage({ id: jd(1) }), anImage({ id: jd(2), name: 'second' })] });
  const holding = (count: number) =>
    aUnit({
      project: p2,
      received: Array.from({ length: count }, (_, n) =>
        anOffer({ imageId: jd(50 + n), owner: p3, status: 'accepted' }),
      ),
    });
  const request = (n: number) => ({ image: jd(n), targets: [p2] });

  it('an offer on its way counts for the next one', () => {
    const others = [holding(4)];
    const first = carriedOut(
      shareImage,
      aWorld({ cloud: 'jdcloud', own: owner, others }),
      request(1),
    );
    const second = decide(shareImage, aWorld({ cloud: 'jdcloud', own: first, others }), request(2));

    expect(second.findings.map(({ rule }) => rule)).toContain('R-SHARE-20');
    expect(second.refused).toBe(true);
  });

  it('an offer that no longer fits when it arrives fails, and the project is no member', () => {
    const world = aWorld({ cloud: 'jdcloud', own: owner, others: [holding(4)] });
    const after = runJobs(units(carriedOut(shareImage, world, request(1)), holding(5)));

    expect(unitOf(after, p1).jobs[0]?.error?.code).toBe('IMSX.0045');
    expect(unitOf(after, p1).images[0]?.members).toEqual([]);
    expect(unitOf(after, p2).received).toHaveLength(5);
  });

  it('the last place can be taken', () => {
    const world = aWorld({ cloud: 'jdcloud', own: owner, others: [holding(4)] });
    const after = runJobs(units(carriedOut(shareImage, world, request(1)), holding(4)));

    expect(unitOf(after, p2).received).toHaveLength(5);
  });
});

describe('a full-ECS share', () => {
  const image = aFullImage({ members: [aMember(p2, 'pending')] });
  const vault = { id: 'v1', name: 'vault-1', capacityGb: 120, usedGb: 0 };
  const recipient = aUnit({
    project: p2,
    received: [anOffer({ type: 'full-ecs' })],
    vaults: [vault],
  });
  const accepting = () =>
    carriedOut(
      acceptShare,
      aWorld({ own: recipient, others: [aUnit({ images: [image] })] }),
      { image: id, owner: p1, vaultId: 'v1' },
      aCause('accept'),
    );

  it('takes its space in the vault as soon as it is accepted', () => {
    expect(accepting().vaults[0]?.usedGb).toBe(120);
  });

  it('gives the space back when the acceptance fails', () => {
    const after = runJobs(units(aUnit({ images: [image] }), accepting()), {
      home: p2,
      breakAt: 'decide-share',
    });

    expect(unitOf(after, p2).vaults[0]?.usedGb).toBe(0);
  });

  it('gives the space back when the image is given back', () => {
    const accepted = runJobs(units(aUnit({ images: [image] }), accepting()), { home: p2 });
    const after = answer(accepted, 'reject');

    expect(unitOf(accepted, p2).received[0]?.vault).toEqual({ id: 'v1', gb: 120 });
    expect(unitOf(after, p2).vaults[0]?.usedGb).toBe(0);
    expect(unitOf(after, p2).received[0]?.vault).toBeUndefined();
  });

  it('gives the space back when the owner stops sharing', () => {
    const accepted = runJobs(units(aUnit({ images: [image] }), accepting()), { home: p2 });

    expect(unitOf(stop(accepted, 'all'), p2).vaults[0]?.usedGb).toBe(0);
  });
});
