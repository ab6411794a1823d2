import type { AskedAboutImage } from '../asked.ts';
import type { Agency, Backup } from '../source.ts';
import type { Unit, Vault } from '../unit.ts';
import type { Project } from '../world.ts';

/** Copy an image to another region. */
export interface ReplicateAcross {
  readonly image: string;
  /** ID of the target region. */
  readonly region: string;
  /** ID of the project there; needed when the account has several. */
  readonly project?: string;
  readonly name?: string;
  readonly agency?: string;
  /** ID or name of a vault in the target project, for full-ECS images. */
  readonly vault?: string;
}

export interface AcrossCase extends AskedAboutImage<ReplicateAcross> {
  /** Projects of the account in the target region, in the same cloud. */
  readonly candidates: readonly Project[];
  readonly target: Project | undefined;
  /** The unit of the target, if it was loaded. */
  readonly there: Unit | undefined;
  readonly agency: Agency | undefined;
  readonly vault: Vault | undefined;
  /** The backup behind a full-ECS image. */
  readonly backup: Backup | undefined;
  /** The name of the copy. */
  readonly name: string;
}

/** The name that a copy gets when nobody says another. R-XCOPY-11 */
export function usualName({ world, found }: Pick<AcrossCase, 'world' | 'found'>): string {
  return world.profile.crossCopy.namePattern
    .replace('{sourceRegion}', world.own.region)
    .replace('{sourceName}', found?.name ?? '');
}
