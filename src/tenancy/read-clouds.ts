import { type Profile, parseProfiles } from '../images/profile.ts';
import { type Fault, TenancyFault } from './tenancy-fault.ts';
import { yamlFiles } from './yaml-files.ts';

/** Cloud ID -> its limits. */
export type Clouds = ReadonlyMap<string, Profile>;

/**
 * Reads the cloud profiles of a folder.
 * @throws TenancyFault with every fault of every file
 */
export async function readClouds(folder: string): Promise<Clouds> {
  const { clouds, faults } = await cloudsIn(folder);
  if (faults.length > 0) throw new TenancyFault(faults);
  return clouds;
}

/** The same with the faults beside it. */
export async function cloudsIn(
  folder: string,
): Promise<{ readonly clouds: Clouds; readonly faults: readonly Fault[] }> {
  const { files, faults } = await yamlFiles(folder);
  const parsed = parseProfiles(files);
  return { clouds: parsed.profiles ?? new Map(), faults: [...faults, ...(parsed.faults ?? [])] };
}
