import { median } from './figures.ts';

/** What was measured, next to a reference measured in the same run. */
export interface Beside {
  readonly goldie: number;
  readonly reference: number;
  readonly ratio: number;
}

export function beside(goldie: number, reference: number): Beside {
  return { goldie, reference, ratio: goldie / reference };
}

/** Median time of many single calls, once they are warm, µs. */
export function microseconds(times: number, call: () => unknown): number {
  const took: number[] = [];
  for (let at = -times / 5; at < times; at += 1) {
    const begun = performance.now();
    call();
    if (at >= 0) took.push((performance.now() - begun) * 1000);
  }
  return median(took);
}

/** Median time of calls one after the other, ms. */
export async function milliseconds(
  times: number,
  call: (at: number) => Promise<unknown>,
): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now();
    await call(at);
    took.push(performance.now() - begun);
  }
  return median(took);
}
