import type { Job } from '../job.ts';
import { Guest, Server } from '../server.ts';
import type { Unit } from '../unit.ts';
import { done, failed, type StepWork } from './step.ts';

/** What a system disk brings along; the facts of the step. */
const System = Server.unwrap().pick({ osType: true, osVersion: true, osBit: true });
const Origin = Server.unwrap().shape.originImage;

/** The system disk is a new one, made from the image of the job; data disks stay. R-OSC-06 */
export const replaceSystemDisk: StepWork = {
  own: (unit, job, { facts }) => {
    const server = unit.servers.find(({ id }) => id === job.serverId);
    if (!server) return failed('IMG.0005', 'the server is gone');
    const system = System.safeParse(facts);
    const { kind, publicOsVendor, sizeGb } = facts;
    const originImage = Origin.safeParse({ id: job.imageId, kind, publicOsVendor });
    if (!system.success || !originImage.success)
      return failed('IMSX.0050', 'the new system is incomplete');
    const replaced: Server = {
      ...server,
      ...system.data,
      originImage: originImage.data,
      guest: Guest.parse({}),
      disks: server.disks.map((disk) => {
        if (disk.role !== 'system') return disk;
        const { keyId: _, ...plain } = disk;
        const key = typeof facts.keyId === 'string' ? { keyId: facts.keyId } : {};
        return { ...plain, ...key, sizeGb: Math.max(disk.sizeGb, Number(sizeGb) || 0) };
      }),
    };
    return done(
      releaseServer(
        {
          ...unit,
          servers: unit.servers.map((each) => (each.id === server.id ? replaced : each)),
        },
        job,
      ),
    );
  },
};

/** The server of the job is free for other work. */
export function releaseServer(unit: Unit, { serverId }: Job): Unit {
  const servers = unit.servers.map((server): Server => {
    if (server.id !== serverId) return server;
    const { task: _, ...free } = server;
    return free;
  });
  return { ...unit, servers };
}
