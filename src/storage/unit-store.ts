import { z } from 'zod';
import type { Stored, UnitStore } from '../cloud/ports.ts';
import { ProjectId } from '../images/ids.ts';
import { type AuditLine, Unit } from '../images/unit.ts';
import { wakesAt, wakesAtEdition } from '../images/wakes-at.ts';
import { type AuditArchive, filedAuditArchive, memoryAuditArchive } from './audit-archive.ts';
import { checkAll } from './check-all.ts';
import { filedDocuments, heldDocuments } from './documents.ts';
import { currentVersion, type FileFormat, writeDocument } from './file-format.ts';
import { type NotesFormat, openFileNotes } from './file-notes.ts';
import { placeFiles } from './place-files.ts';
import { trimUnit } from './retention.ts';
import type { StateDir } from './state-dir.ts';
import { StateFault } from './state-fault.ts';
import { unitFiles } from './unit-files.ts';

const format: FileFormat<Unit> = { name: 'unit', schema: Unit, migrations: [] };

/** Of each file, when its unit wakes; null: it rests. */
const notesFormat: NotesFormat<number | null> = {
  name: 'units',
  edition: `${currentVersion(format)}.${wakesAtEdition}`,
  note: z.number().nullable(),
};

/** A unit store that also knows the audit lines which have left the units. */
export interface ArchivingUnitStore extends UnitStore {
  /** Audit lines of a project that its unit no longer holds, oldest first. */
  archived(project: ProjectId): Promise<readonly AuditLine[]>;
  /** Puts in units of projects that have none yet, all of them durable when it resolves: cheaper than as many commits. */
  plant(units: Iterable<Unit>): Promise<void>;
  /** Keeps what the next start wants to know of the files without reading them. */
  close(): Promise<void>;
}

/**
 * Units as files, one per project and region. What it hands out is frozen; commits of one unit take turns, of different
 * units run side by side. A commit takes out of the unit what has outlived its use (see `trimUnit`).
 *
 * Files that changed since an earlier life last read or wrote them are read and checked first, the others when they are
 * asked for.
 * @throws StateFault, here or on reading, when a file cannot be trusted
 */
export async function lowdbUnitStore(
  dir: StateDir,
  clock: () => number = Date.now,
): Promise<ArchivingUnitStore> {
  const files = await unitFiles(dir.path);
  const notes = await openFileNotes(dir, notesFormat);
  const waking = new Map<ProjectId, number>();
  const archive = filedAuditArchive(dir);
  const units = filedDocuments(
    format,
    (key, next) => files.path(ProjectId.parse(key), next?.region),
    { prepare: trimming(archive, clock), watch },
  );

  async function watch(key: string, file: string, unit: Unit | undefined): Promise<void> {
    if (unit === undefined) return notes.forget(file);
    const at = wakesAt(unit) ?? null;
    noteWaking(ProjectId.parse(key), at);
    notes.learn(file, at);
  }

  function noteWaking(project: ProjectId, at: number | null): void {
    if (at === null) waking.delete(project);
    else waking.set(project, at);
  }

  async function read(project: ProjectId): Promise<Stored<Unit> | undefined> {
    const stored = await units.read(project);
    const file = files.path(project);
    if (stored && file && !belongs(stored.value, project, files.region(project)))
      throw new StateFault(file, [
        `It holds the unit of ${stored.value.project} in ${stored.value.region}, which belongs elsewhere.`,
      ]);
    return stored;
  }

  function* newFiles(all: Iterable<Unit>) {
    for (const unit of all) {
      const { project, region } = unit;
      const path = files.path(project, region);
      if (path === undefined || files.region(project) !== undefined) continue;
      const at = wakesAt(unit) ?? null;
      const text = writeDocument(format, { revision: 1, data: unit });
      const placed = () => {
        files.placed(project, region);
        noteWaking(project, at);
        notes.learn(path, at);
      };
      yield { path, text, placed };
    }
  }

  const unread = files.projects().filter((project) => {
    const file = files.path(project);
    const noted = file === undefined ? undefined : notes.of(file);
    if (noted !== undefined) noteWaking(project, noted);
    return noted === undefined;
  });
  await checkAll(unread, read);
  if (unread.length > 0) await notes.save();

  return {
    read,
    async commit(project, basedOn, next) {
      assertFits(project, next, files.region(project));
      try {
        return await units.commit(project, basedOn, next);
      } finally {
        // Asked of the disk: a write that failed in its last moment may have left the file nevertheless.
        await files.noticed(project, next.region);
      }
    },
    plant: (all) => placeFiles(newFiles(all)),
    projects: async () => files.projects(),
    waking: async () => [...waking].map(([project, at]) => ({ project, at })),
    archived: archive.read,
    close: notes.save,
  };
}

/** Units that last as long as the process; otherwise the same promises. */
export function memoryUnitStore(clock: () => number = Date.now): ArchivingUnitStore {
  const regions = new Map<ProjectId, string>();
  const archive = memoryAuditArchive();
  const units = heldDocuments(format, trimming(archive, clock));
  return {
    read: (project) => units.read(project),
    async commit(project, basedOn, next) {
      assertFits(project, next, regions.get(project));
      const committed = await units.commit(project, basedOn, next);
      if (committed) regions.set(project, next.region);
      return committed;
    },
    async plant(all) {
      for (const unit of all)
        if (await units.commit(unit.project, 0, unit)) regions.set(unit.project, unit.region);
    },
    projects: async () => [...regions.keys()],
    async waking() {
      const all = await Promise.all([...regions.keys()].map((project) => units.read(project)));
      return all.flatMap((stored) => {
        if (stored === undefined) return [];
        const at = wakesAt(stored.value);
        return at === undefined ? [] : [{ project: stored.value.project, at }];
      });
    },
    archived: archive.read,
    close: async () => undefined,
  };
}

/** Archives first, then lets the unit be written: a crash between the two doubles lines and loses none. */
function trimming(archive: AuditArchive, clock: () => number) {
  const openedAt = clock();
  return async (next: Unit): Promise<Unit> => {
    const { unit, archived } = trimUnit(next, clock(), openedAt);
    if (archived.length > 0) await archive.add(unit.project, archived);
    return unit;
  };
}

function assertFits(project: ProjectId, next: Unit, region = next.region): void {
  if (!belongs(next, project, region))
    throw new Error(
      `The unit of ${next.project} in ${next.region} cannot be kept as that of ${project} in ${region}`,
    );
}

function belongs(unit: Unit, project: ProjectId, region: string | undefined): boolean {
  return unit.project === project && unit.region === region;
}
