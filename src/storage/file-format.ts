import { z } from 'zod';
import { StateFault } from './state-fault.ts';

/** One step from a version of a format to the next; the data is as the older version wrote it. */
type Migration = (data: unknown) => unknown;

/** How one kind of file looks. The newest version is the number of migrations plus one. */
export interface FileFormat<T> {
  /** What the file is, for people: "unit", "talk". */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** `migrations[0]` leads from version 1 to version 2, and so on. */
  readonly migrations: readonly Migration[];
}

/** What is kept of a document, with the number of commits that led to it. */
export interface Kept<T> {
  readonly revision: number;
  readonly data: T;
}

const Envelope = z.strictObject({
  version: z.int().positive(),
  revision: z.int().positive(),
  data: z.unknown(),
});

/** The version that this program writes. */
export function currentVersion<T>({ migrations }: FileFormat<T>): number {
  return migrations.length + 1;
}

export function writeDocument<T>(format: FileFormat<T>, { revision, data }: Kept<T>): string {
  return `${JSON.stringify({ version: currentVersion(format), revision, data })}\n`;
}

/** Reads what `writeDocument` of this or an older version wrote. @throws StateFault with every fault of the text */
export function readDocument<T>(format: FileFormat<T>, path: string, text: string): Kept<T> {
  const envelope = Envelope.safeParse(fromJson(path, text));
  if (!envelope.success) throw new StateFault(path, faultsOf(envelope.error));
  const { version, revision, data } = envelope.data;
  const parsed = format.schema.safeParse(migrate(format, path, version, data));
  if (!parsed.success) throw new StateFault(path, faultsOf(parsed.error));
  return { revision, data: parsed.data };
}

/** Brings data of an older version up to date, one version at a time. @throws StateFault for a version to come */
export function migrate<T>(
  format: FileFormat<T>,
  path: string,
  version: number,
  data: unknown,
): unknown {
  const current = currentVersion(format);
  if (version > current)
    throw new StateFault(path, [
      `It is a ${format.name} file of version ${version}; this Goldie reads up to version ${current}. Start the newer Goldie that wrote it.`,
    ]);
  return format.migrations.slice(version - 1).reduce((older, step) => step(older), data);
}

/** Faults as a person reads them: where, then what. */
export function faultsOf(error: z.ZodError): readonly string[] {
  return error.issues.map(
    ({ path, message }) => `${path.length ? path.map(String).join('.') : 'the whole'}: ${message}`,
  );
}

function fromJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StateFault(path, [`It is not JSON: ${String(error)}`]);
  }
}
