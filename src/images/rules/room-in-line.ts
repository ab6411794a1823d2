import type { Asked } from '../asked.ts';
import type { Code } from '../finding.ts';
import type { JobType } from '../job.ts';
import { crowdBefore } from '../line.ts';
import type { Rule } from '../rule.ts';

/** Is there room for one more job of this type now? If not, the cloud refuses it with this code, or it waits in line. */
function roomInLine(
  rule: Pick<Rule<unknown>, 'id' | 'source'>,
  type: JobType,
  code: Code,
): Rule<Asked<unknown>> {
  return {
    ...rule,
    step: 'quota',
    check: ({ world: { own, profile, whenFull } }) => {
      const crowd = crowdBefore(own, profile, type);
      if (crowd === undefined) return undefined;
      const facts = { ...crowd };
      return whenFull === 'wait' ? { severity: 'warn', facts } : { severity: 'block', code, facts };
    },
  };
}

/** May one more job make images now. */
export const creationsAtOnce = roomInLine(
  { id: 'R-FLOW-01', source: 'umn/overview/constraints; api/error_codes' },
  'imsCreateImageByInstance',
  'IMG.0060',
);

/** May one more image be copied within the region now. */
export const copiesAtOnce = roomInLine(
  { id: 'R-COPY-05', source: 'umn/overview/constraints' },
  'imsCopyImageInRegionJob',
  'IMG.0060',
);

/** May one more image be copied to another region now. */
export const crossCopiesAtOnce = roomInLine(
  { id: 'R-XCOPY-04', source: 'hw/error codes' },
  'imsCrossRegionCopyJob',
  'IMG.0149',
);
