import type { AskedAboutImage } from '../asked.ts';
import type { Breach, Code, RuleId, Step } from '../finding.ts';
import type { Image } from '../image.ts';
import type { Rule } from '../rule.ts';
import { naming, ownImage } from './ownership.ts';

/** A rule about an image of the caller's own. A bare code is a refusal with it. */
export function aboutOwn<Given extends AskedAboutImage>(
  id: RuleId,
  step: Step,
  source: string,
  judge: (image: Image, given: Given) => Breach | Code | undefined,
): Rule<Given> {
  return {
    id,
    step,
    source,
    check: (given) => {
      const image = ownImage(given);
      const breach = image && judge(image, given);
      if (breach === undefined) return undefined;
      if (typeof breach === 'string')
        return { severity: 'block', code: breach, facts: naming(given) };
      return { ...breach, facts: { ...naming(given), ...breach.facts } };
    },
  };
}

/** What only the owner may do: people who see the image without owning it are refused with this code. R-OWN-01 */
export function ownersOnly<Given extends AskedAboutImage>(
  id: RuleId,
  source: string,
  code: Code,
): Rule<Given> {
  return {
    id,
    step: 'ownership',
    source,
    check: (given) => {
      if (!given.found || given.found.relation === 'own') return undefined;
      return { severity: 'block', code, facts: naming(given) };
    },
  };
}
