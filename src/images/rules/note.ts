import type { AskedAboutImage } from '../asked.ts';
import type { RuleId } from '../finding.ts';
import type { Facts } from '../job.ts';
import type { Rule } from '../rule.ts';
import { naming } from './ownership.ts';

/**
 * Something worth knowing that decides nothing. `when` says in which cases it is said (always, unless given) and may add
 * facts to the image's name.
 */
export function note<Given extends AskedAboutImage>(
  id: RuleId,
  source: string,
  when: (given: Given) => boolean | Facts = () => true,
): Rule<Given> {
  return {
    id,
    step: 'confirmation',
    source,
    check: (given) => {
      const said = given.found ? when(given) : false;
      if (said === false) return undefined;
      return { severity: 'info', facts: { ...naming(given), ...(said === true ? {} : said) } };
    },
  };
}
