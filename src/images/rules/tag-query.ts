import type { Asked } from '../asked.ts';
import type { Rule } from '../rule.ts';
import type { TagQuery, WantedTag } from '../tag-query.ts';
import { lengthOf } from './name.ts';

type TagQueryCase = Asked<TagQuery>;

const source = 'api/querying_images_by_tag';

/** What images can be matched by besides their tags. */
const matchKeys = new Set(['resource_name', 'resource_id']);

/** Rules for looking images up by their tags. SPEC 3.21 */
export const tagQueryRules: readonly Rule<TagQueryCase>[] = [
  {
    id: 'R-TAGQ-01',
    step: 'shape',
    source,
    check: ({ request, world: { profile } }) => {
      const { keys, valuesPerKey: values, keyMax, valueMax } = profile.limits.tagQuery;
      const groups = [request.tags, request.tagsAny, request.notTags, request.notTagsAny];
      const wrong = groups.flatMap((group = []) => {
        const names = group.map(({ key }) => key);
        const tooMany = group.length > keys ? [`${group.length}`] : [];
        const twice = names.filter((key, at) => names.indexOf(key) < at);
        return [...tooMany, ...twice, ...group.filter(isWrong).map(({ key }) => key)];
      });
      const [tag] = wrong;
      return tag === undefined
        ? undefined
        : {
            severity: 'block',
            code: 'IMSX.0026',
            facts: { tag, keys, values, keyMax, valueMax },
          };

      function isWrong({ key, values: wanted }: WantedTag): boolean {
        const isKey = key !== '' && lengthOf(key) <= keyMax;
        const areDifferent = new Set(wanted).size === wanted.length;
        const areShort = wanted.every((value) => lengthOf(value) <= valueMax);
        return !isKey || !areDifferent || !areShort || wanted.length > values;
      }
    },
  },
  {
    id: 'R-TAGQ-03',
    step: 'shape',
    source,
    check: ({ request: { action, limit, offset }, world: { profile } }) => {
      const { limitMax } = profile.limits.tagQuery;
      const isFilter = action === 'filter';
      const wrong = [
        ...(isFilter || action === 'count' ? [] : [action]),
        ...(limit === undefined || (isFilter && isWithin(limit, 1, limitMax))
          ? []
          : [`limit=${limit}`]),
        ...(offset === undefined || (isFilter && isWithin(offset, 0)) ? [] : [`offset=${offset}`]),
      ];
      const [parameter] = wrong;
      return parameter === undefined
        ? undefined
        : { severity: 'block', code: 'IMSX.0026', facts: { parameter, most: limitMax } };
    },
  },
  {
    id: 'R-TAGQ-04',
    step: 'shape',
    source,
    check: ({ request: { matches = [] }, world: { profile } }) => {
      const { valueMax } = profile.limits.tagQuery;
      const names = matches.map(({ key }) => key);
      const wrong = matches.find(
        ({ key, value }, at) =>
          !matchKeys.has(key) ||
          names.indexOf(key) < at ||
          value === '' ||
          lengthOf(value) > valueMax,
      );
      return (
        wrong && {
          severity: 'block',
          code: 'IMSX.0026',
          facts: { parameter: wrong.key, valueMax },
        }
      );
    },
  },
];

function isWithin(number: number, least: number, most = Infinity): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}
