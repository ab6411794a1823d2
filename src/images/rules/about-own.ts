import type { AskedAboutImage } from '../asked.ts';
import type { Code, RuleId } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { rulesAbout } from './about.ts';
import { naming, ownImage } from './ownership.ts';

/** A rule about an image of the caller's own. */
export const aboutOwn = rulesAbout(ownImage, naming);

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
