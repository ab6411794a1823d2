import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './tenancy-fault.ts';

/** A file with what it says. */
export interface YamlFile {
  readonly path: string;
  readonly data: unknown;
}

/** Reads a file of YAML or JSON, or all `*.yaml` and `*.json` of a folder by name. Files with faults are left out. */
export async function yamlFiles(
  path: string,
): Promise<{ readonly files: readonly YamlFile[]; readonly faults: readonly Fault[] }> {
  const paths = await pathsUnder(path);
  if (paths === undefined) return nothing(path, 'there is no such file or folder');
  if (paths.length === 0) return nothing(path, 'the folder holds no *.yaml or *.json file');
  const read = await Promise.all(paths.map((each) => (isJson(each) ? jsonFile : yamlFile)(each)));
  return {
    files: read.flatMap((one) => ('data' in one ? [one] : [])),
    faults: read.flatMap((one) => ('faults' in one ? one.faults : [])),
  };
}

/** The file, or all `*.yaml` and `*.json` of the folder by name; undefined when there is neither. */
export async function pathsUnder(path: string): Promise<readonly string[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found && [path];
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml') || isJson(name));
  return names.toSorted().map((name) => join(path, name));
}

function isJson(name: string): boolean {
  return name.endsWith('.json');
}

type Read = YamlFile | { readonly faults: readonly Fault[] };

/** Programs write JSON, and a large file of it is read in a fraction of the time. */
async function jsonFile(path: string): Promise<Read> {
  try {
    return { path, data: JSON.parse(await readFile(path, 'utf8')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { faults: [{ file: path, at: '', message: `it is not JSON: ${error.message}` }] };
  }
}

async function yamlFile(path: string): Promise<Read> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(await readFile(path, 'utf8'));
  if (document.errors.length === 0) return { path, data: document.toJS() ?? {} };
  return {
    faults: document.errors.map(({ linePos, message }) => ({
      file: path,
      at: linePos ? `line ${linePos[0].line}` : '',
      message: `it is not YAML: ${message.split('\n')[0]}`,
    })),
  };
}

function nothing(file: string, message: string) {
  return { files: [], faults: [{ file, at: '', message }] };
}
