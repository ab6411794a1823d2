import type { StepFault } from '../images/work/step-fault.ts';
import type { Faults } from './lab-hands.ts';

/** Makes steps of the lab fail as they are told to. What fails a few times only is counted anew by every process. */
export function labFaults(faults: readonly StepFault[]): Faults {
  const times = new Map<StepFault, number>();
  return ({ type }, { kind }) => {
    const fault = faults.find(
      (one) =>
        one.step === kind &&
        (one.job === '*' || one.job === type) &&
        (one.first === undefined || (times.get(one) ?? 0) < one.first),
    );
    if (fault === undefined) return undefined;
    times.set(fault, (times.get(fault) ?? 0) + 1);
    return { code: fault.code, reason: fault.reason };
  };
}
