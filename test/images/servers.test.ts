import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { changeOs, reinstallOs } from '../../src/images/operations/replace-os.ts';
import {
  aDisk,
  aJob,
  anImage,
  aServer,
  at,
  aUnit,
  aWorld,
  carriedOut,
  imageId,
  later,
  p1,
} from './builders.ts';
import { runJobs, unitOf, units } from './run-job.ts';

const id = imageId(1);

function operated(state: 'running' | 'stopped', action: 'start' | 'stop' | 'restart') {
  const world = aWorld({ own: aUnit({ servers: [aServer({ state })] }) });
  return carriedOut(operateServer, world, { server: 's1', action });
}

describe('operating a server', () => {
  it.each([
    ['stopped', 'start', 'starting', 'running'],
    ['running', 'stop', 'stopping', 'stopped'],
    ['running', 'restart', 'rebooting', 'running'],
  ] as const)('that is %s: %s makes it %s at once and %s in the end', (state, action, on, to) => {
    const begun = operated(state, action);

    expect(begun.servers).toMatchObject([{ state: on }]);
    expect(unitOf(runJobs(units(begun), { times: 3 }), p1).servers).toMatchObject([{ state: to }]);
  });

  it.each(['start', 'stop'] as const)('that fails leaves it as it was before the %s', (action) => {
    const before = action === 'start' ? 'stopped' : 'running';
    const after = unitOf(runJobs(units(operated(before, action)), { breakAt: 'reach-state' }), p1);

    expect(after.servers).toMatchObject([{ state: before }]);
    expect(after.jobs).toMatchObject([{ status: 'FAIL' }]);
  });

  it.each([
    ['running', 'start'],
    ['stopped', 'stop'],
    ['stopped', 'restart'],
    ['stopping', 'stop'],
  ] as const)('that is %s: there is nothing to %s, and it says so (R-SYS-18)', (state, action) => {
    const world = aWorld({ own: aUnit({ servers: [aServer({ state })] }) });
    const { findings, refused } = decide(operateServer, world, { server: 's1', action });

    expect(refused).toBe(true);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'R-SYS-18',
        code: 'IMG.0006',
        facts: { server: 'web-01', state, action },
      }),
    );
  });

  it('writes down which of the three it was', () => {
    expect(operated('running', 'stop').audit).toMatchObject([{ operation: 'server.stop' }]);
  });
});

describe('replacing the system of a server', () => {
  const disks = [aDisk(), aDisk({ id: 'disk-2', role: 'data', sizeGb: 200 })];
  const own = aUnit({
    servers: [aServer({ state: 'stopped', disks, guest: { containsDatabase: true } })],
    images: [anImage({ osVersion: 'Debian GNU/Linux 11.1.0 64bit', minDisk: 60 })],
  });
  const changed = () => carriedOut(changeOs, aWorld({ own }), { server: 's1', image: id });

  it('always asks first', () => {
    const { needsConfirmation } = decide(changeOs, aWorld({ own }), { server: 's1', image: id });

    expect(needsConfirmation).toBe(true);
  });

  it('keeps the server busy, so that nothing else begins', () => {
    const world = aWorld({ own: changed() });

    expect(decide(operateServer, world, { server: 's1', action: 'start' }).refused).toBe(true);
    expect(decide(reinstallOs, world, { server: 's1' }).refused).toBe(true);
  });

  it('ends with the new system, a larger system disk and the same data disk', () => {
    const [server] = unitOf(runJobs(units(changed()), { times: 3 }), p1).servers;

    expect(server).toMatchObject({
      state: 'stopped',
      osVersion: 'Debian GNU/Linux 11.1.0 64bit',
      originImage: { id, kind: 'private' },
      guest: { containsDatabase: false },
      disks: [{ role: 'system', sizeGb: 60 }, disks[1]],
    });
    expect(server?.task).toBeUndefined();
  });

  it('that fails leaves the old system and a free server', () => {
    const after = unitOf(runJobs(units(changed()), { breakAt: 'replace-system-disk' }), p1);

    expect(after.servers).toEqual(own.servers);
    expect(after.jobs).toMatchObject([{ status: 'FAIL' }]);
  });

  it('encrypts the system disk as the image is encrypted', () => {
    const encryption = { keyId: 'k1', keyKind: 'custom' } as const;
    const world = aWorld({ own: { ...own, images: [anImage({ encryption })] } });
    const unit = carriedOut(changeOs, world, { server: 's1', image: id });
    const [server] = unitOf(runJobs(units(unit)), p1).servers;

    expect(server?.disks.map(({ keyId }) => keyId)).toEqual(['k1', undefined]);
  });

  it('reinstalls a server made from a public image whose ID nobody kept', () => {
    const unit = carriedOut(reinstallOs, aWorld({ own }), { server: 's1' });
    const [server] = unitOf(runJobs(units(unit)), p1).servers;

    expect(server).toMatchObject({
      osVersion: 'Ubuntu 24.04 server 64bit',
      originImage: { kind: 'public' },
      disks: [{ sizeGb: 40 }, { sizeGb: 200 }],
    });
  });

  it('says of an image in the recycle bin that it has to be restored first (R-BIN-02)', () => {
    const bin = { by: 'U1', at, until: later, origin: { channel: 'C1' } };
    const server = aServer({ state: 'stopped', originImage: { id: imageId(1), kind: 'private' } });
    const inBin = aUnit({ servers: [server], images: [anImage({ bin })] });
    const { findings } = decide(reinstallOs, aWorld({ own: inBin }), { server: 's1' });

    expect(
      findings.filter(({ severity }) => severity === 'block').map(({ rule, code }) => [rule, code]),
    ).toEqual([['R-BIN-02', 'IMSX.0051']]);
  });

  it('waits for an image that is being made of the server', () => {
    const making = { ...own, jobs: [aJob({ serverId: 's1' })] };

    expect(decide(reinstallOs, aWorld({ own: making }), { server: 's1' }).refused).toBe(true);
  });
});
