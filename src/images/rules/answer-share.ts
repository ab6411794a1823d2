import type { AskedAboutImage } from '../asked.ts';
import type { ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { allows, capacityOf, isGone, stateOf } from '../image-states.ts';
import type { Received } from '../member.ts';
import { countedMembers, memberOf } from '../members.ts';
import type { Rule } from '../rule.ts';
import type { Vault } from '../unit.ts';
import { freeGb } from '../vault-space.ts';
import { rulesAbout } from './about.ts';
import { note } from './note.ts';
import { naming, shareEnded } from './ownership.ts';
import { vaultFault } from './vault.ts';

/** A recipient's answer to an offer. `offered` is the owner's record while it still offers the image to the caller. */
export interface AnswerCase
  extends AskedAboutImage<{
    readonly image: string;
    readonly owner: ProjectId;
    readonly vaultId?: string;
  }> {
  readonly offered: Image | undefined;
  readonly received: Received | undefined;
  readonly vault: Vault | undefined;
}

/** GB that accepting takes in a vault; undefined when the image needs none here. */
export function vaultNeed({ offered, world }: AnswerCase): number | undefined {
  const needsVault = offered?.type === 'full-ecs' && world.profile.fullEcs.vault !== 'none';
  return needsVault ? capacityOf(offered) : undefined;
}

/** The caller's share status by the owner's record. */
export function statusNow({ offered, world }: AnswerCase) {
  return offered && memberOf(offered, world.own.project)?.status;
}

const aboutOffer = rulesAbout(
  (given: AnswerCase) => given,
  (given) => ({ ...naming(given), ...(given.received && { image: given.received.name }) }),
);

/** Rules for every answer. SPEC 3.16 */
export const answerRules: readonly Rule<AnswerCase>[] = [
  ...shareEnded,
  aboutOffer('R-ACC-14', 'offered', 'jd/Share-Image', ({ world: { profile } }) =>
    profile.operations.accept === 'offered'
      ? undefined
      : { severity: 'block', code: 'IMSX.0025', facts: { cloud: profile.label } },
  ),
  aboutOffer('R-ACC-01', 'ownership', 'glance/images-sharing-v2; [D]', (given) => {
    const { found, offered, received, world, request } = given;
    if (found?.relation === 'own' && !isGone(found.image)) return 'IMG.0105';
    const elsewhere = world.others.get(request.owner)?.region !== world.own.region;
    const told = shareEnded.some((rule) => rule.check(given));
    return offered || received || elsewhere || told ? undefined : 'IMSX.0007';
  }),
  aboutOffer('R-ACC-03', 'existence', 'umn/accepting_or_rejecting_shared_images; S1', (given) => {
    const { world, request, found } = given;
    if (found?.relation === 'own') return undefined;
    if (world.others.get(request.owner)?.region === world.own.region) return undefined;
    return { severity: 'block', code: 'IMSX.0007', facts: { region: world.own.region } };
  }),
  aboutOffer('R-ACC-07', 'existence', 'S1; umn/accepting_rejected_images', (given) =>
    given.received && !given.offered ? 'IMSX.0007' : undefined,
  ),
  aboutOffer('R-ACC-16', 'state', '[D] SPEC 2.3', ({ offered, world }) =>
    !offered || allows('answer-share', offered)
      ? undefined
      : {
          severity: 'block',
          code: world.profile.codes.imageNotReady,
          facts: { status: stateOf(offered) },
        },
  ),
];

/** Rules for accepting only. */
export const acceptRules: readonly Rule<AnswerCase>[] = [
  aboutOffer(
    'R-ACC-04',
    'resources',
    'umn/accepting_or_rejecting_shared_images; api/updating_the_sharing_status',
    (given) => {
      const neededGb = vaultNeed(given);
      if (neededGb === undefined || statusNow(given) === 'accepted') return undefined;
      const { vaultId } = given.request;
      const { vault } = given;
      const code = vaultFault(vaultId, vault, neededGb);
      const facts = {
        neededGb,
        freeGb: vault ? freeGb(vault) : 0,
        vault: vault?.name ?? vaultId ?? 'none',
      };
      return code && { severity: 'block', code, facts };
    },
  ),
  aboutOffer('R-ACC-12', 'quota', '[D]', (given) => {
    const { offered, world } = given;
    const { maxMembers, countStatuses } = world.profile.share;
    const status = statusNow(given);
    if (!offered || status === undefined) return undefined;
    const others =
      countedMembers(offered, countStatuses) - (countStatuses.includes(status) ? 1 : 0);
    const limit = maxMembers[offered.type];
    if (status === 'accepted' || others < limit) return undefined;
    return { severity: 'block', code: 'IMG.0088', facts: { limit, members: others } };
  }),
  aboutOffer('R-ACC-11', 'confirmation', 'S1', (given) => {
    if (!given.offered || statusNow(given) === 'accepted') return undefined;
    return { severity: 'confirm', code: 'IMSX.0024' };
  }),
  note('R-ACC-05', 'umn/accepting_or_rejecting_shared_images', ({ offered }: AnswerCase) =>
    offered ? { type: offered.type } : false,
  ),
  note('R-ACC-13', 'S1', ({ offered }: AnswerCase) => offered !== undefined),
  alreadySo('accepted'),
];

/** Rules for rejecting only. */
export const rejectRules: readonly Rule<AnswerCase>[] = [
  note('R-ACC-06', 'umn/faqs/image_deletion', ({ offered }: AnswerCase) => offered !== undefined),
  alreadySo('rejected'),
];

/** Answering the same again changes nothing and is no error. M10 */
function alreadySo(status: 'accepted' | 'rejected'): Rule<AnswerCase> {
  return note('R-ACC-15', '[D] M10', (given) => statusNow(given) === status && { status });
}
