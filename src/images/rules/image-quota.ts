import type { Asked } from '../asked.ts';
import { imagesUsed } from '../quota.ts';
import type { Rule } from '../rule.ts';

/** Is there room for one more private image. SPEC 3.1 */
export const imageQuotaRules: readonly Rule<Asked<unknown>>[] = roomFor(() => 1);

/** Is there room for as many private images as a request makes. SPEC 3.1 */
export function roomFor<Given extends Asked<unknown>>(
  count: (given: Given) => number,
): readonly Rule<Given>[] {
  return [
    {
      id: 'R-QUOTA-01',
      step: 'quota',
      source: 'S0; api/error_codes',
      check: (given) => {
        const { own, profile } = given.world;
        const limit = profile.quota.images;
        const used = imagesUsed(own);
        return used + count(given) <= limit
          ? undefined
          : { severity: 'block', code: 'IMG.0015', facts: { used, limit, region: own.region } };
      },
    },
    {
      id: 'R-QUO-02',
      step: 'quota',
      source: 'umn/managing_quotas; jd/Restrictions',
      check: (given) => {
        const { own, profile } = given.world;
        return imagesUsed(own) + count(given) >= profile.quota.images
          ? { severity: 'info', facts: { limit: profile.quota.images } }
          : undefined;
      },
    },
  ];
}
