import type { TenancyFile } from './tenancy-file.ts';
import type { YamlFile } from './yaml-files.ts';

/** What a tenancy says besides what belongs to projects. */
const kept: readonly (keyof TenancyFile)[] = [
  'helpdesk',
  'labFaults',
  'accounts',
  'regions',
  'projects',
  'people',
  'publicImages',
];

/**
 * The files of a tenancy without what belongs to projects, which is nearly all of it. Read as a tenancy they say the same
 * but for the units.
 */
export function outlineOf(files: readonly YamlFile[]): readonly YamlFile[] {
  return files.map(({ path, data }) => ({
    path,
    data: Object.fromEntries(
      Object.entries(data ?? {}).filter(([kind]) => kept.some((each) => each === kind)),
    ),
  }));
}
