import { done, failed, type StepWork } from './step.ts';

/** Only now the cloud sees how large the disk inside a file is. R-FILE-05 */
export const lookIntoFile: StepWork = {
  own: (unit, _job, step) => {
    const { file, virtualGb, minDisk } = step.facts;
    const fits =
      typeof virtualGb !== 'number' || typeof minDisk !== 'number' || virtualGb <= minDisk;
    return fits
      ? done(unit)
      : failed('IMG.1075', `${file} holds a disk of ${virtualGb} GB, more than ${minDisk} GB`);
  },
};
