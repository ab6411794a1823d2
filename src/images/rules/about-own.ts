import type { AskedAboutImage } from '../asked.ts';
import type { Code, RuleId } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { rulesAbout } from './about.ts';
import { naming, ownImage } from './ownership.ts';

/** A rule about an image of the caller's own. */
export const aboutOwn = rulesAbout(ownImage, naming);

/**
 * What only the owner may do: people who see the image without owning it are refused. R-OWN-01
 * @param code for an image that is shared with them
 * @param publicCode for a public image
 */
export function ownersOnly<Given extends AskedAboutImage>(
  id: RuleId,
  source: string,
  code: Code,
  publicCode = code,
): Rule<Given> {
  return {
    id,
    step: 'ownership',
    source,
    check: (given) => {
      const { found } = given;
      if (!found || found.relation === 'own') return undefined;
      const refusal = found.relation === 'public' ? publicCode : code;
      return { severity: 'block', code: refusal, facts: naming(given) };
    },
  };
}
