import type { Instant, ProjectId } from './ids.ts';
import type { Image } from './image.ts';
import type { Place } from './job.ts';
import type { Profile } from './profile.ts';
import type { Unit } from './unit.ts';

/** IAM actions of SPEC 3.23, as far as the operations here need them. */
export type Action =
  | 'ims:images:list'
  | 'ims:images:get'
  | 'ims:serverImages:create'
  | 'ims:dataImages:create'
  | 'ims:wholeImages:create'
  | 'ims:images:share'
  | 'ims:images:delete'
  | 'ims:images:update'
  | 'ims:images:copy'
  | 'ims:images:export'
  | 'ims:quotas:get'
  | 'cts:traces:list'
  | 'ecs:servers:create'
  | 'ecs:servers:list';

/** A project and what is known about it without opening its unit. */
export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly cloud: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly site: 'chinese-mainland' | 'international';
  /** R-PERM-06: a cloud refuses work for accounts that are not verified or have no money. */
  readonly standing: 'ok' | 'unverified' | 'no-balance' | 'payment-incomplete' | 'budget-low';
}

export interface Region {
  readonly id: string;
  readonly azs: readonly string[];
  readonly sites: readonly Account['site'][];
  /** Regions that full-ECS images can be copied to; every one when it says nothing. R-XCOPY-09 */
  readonly fullEcsTargets?: readonly string[] | undefined;
}

/** Who and what exists at large. Lookups only; nothing here changes by a decision. */
export interface Directory {
  project(id: ProjectId): Project | undefined;
  projects(): readonly Project[];
  account(id: string): Account | undefined;
  region(id: string): Region | undefined;
  publicImages(region: string): readonly Image[];
}

/** The person who asks, acting for a project, with the IAM actions they have there. */
export interface Caller {
  readonly who: string;
  /** The person's name, as others know it. */
  readonly name: string;
  readonly project: ProjectId;
  readonly actions: ReadonlySet<Action>;
}

/** Everything a decision may look at. Other units are loaded before, by the projects a request names. */
export interface World {
  readonly now: Instant;
  readonly profile: Profile;
  /** How many days a deleted image can be restored; 0: none is. A setting of this Goldie, no figure of the cloud. */
  readonly binDays: number;
  readonly caller: Caller;
  readonly own: Unit;
  readonly others: ReadonlyMap<ProjectId, Unit>;
  readonly directory: Directory;
  /**
   * What happens to work for which the cloud has no room at the moment. refuse: that is what the clouds do (IMG.0060,
   * IMG.0149). wait: it is accepted, and held in line until there is room.
   */
  readonly whenFull: 'refuse' | 'wait';
}

/** What makes an effect traceable and repeatable without a second effect. */
export interface Cause {
  /** Idempotency key of the message, click or command. */
  readonly key: string;
  readonly origin: Place;
  /** Same label, same key: same id. Handed in, so that decisions hold no chance. */
  readonly newId: (label: string) => string;
}
