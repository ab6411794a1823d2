import type { Cloud } from '../cloud/ports.ts';
import type { ProjectId } from '../images/ids.ts';
import type { AuditLine } from '../images/unit.ts';
import type { Cause } from '../images/world.ts';
import type { NoticeSettings } from '../notices/ports.ts';
import type { Wording } from '../wording/wording.ts';
import type { Trigger } from './operation.ts';

/** What the operations work with; put together in src/main.ts. */
export interface Tools {
  readonly cloud: Cloud;
  readonly wording: Wording;
  /** Ids that follow from the key alone, so that a repeated trigger makes the same things. */
  readonly cause: (trigger: Trigger, project: ProjectId) => Cause;
  /** How much faster than documented the cloud works; 1 for a real one. */
  readonly timeScale: number;
  readonly clock: () => number;
  /** Audit lines of a project that its unit no longer holds, oldest first. */
  readonly archived: (project: ProjectId) => Promise<readonly AuditLine[]>;
  /** Who gets what news. */
  readonly settings: NoticeSettings;
}
