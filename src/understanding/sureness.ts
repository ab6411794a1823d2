/** How a guess turned out: what it looked like, and whether it was right. */
export interface Outcome {
  readonly signals: readonly number[];
  readonly right: boolean;
  /** The meaning of the text had been taught. */
  readonly taught: boolean;
}

/** Tells from the look of a guess how probable it is that it is right. */
export interface Sureness {
  readonly bias: number;
  readonly signals: readonly {
    readonly weight: number;
    readonly mean: number;
    readonly spread: number;
  }[];
}

/**
 * From this sureness on Goldie acts on a meaning. Measured by rehearsal (see `calibrate.ts`: in three turns, an eighth of the
 * meanings unheard of, 205 meanings) on 2026-11-20: at 0.6 Goldie answers 76 % of the questions that it was not taught, and 95 %
 * of these answers are right; at 0.5 it would be 82 % and 93 %, at 0.7 69 % and 96 %. `test/understanding/scores.json` holds
 * what that means for phrases of others.
 */
export const sureEnough = 0.6;

/** From this sureness on Goldie plans a change: by rehearsal it then begins 83 % of the tasks, and 95 % of them are meant. */
export const sureEnoughToChange = 0.65;

/** The same for a change that no verb asks for, as in "web-golden for team-data please". */
export const sureEnoughUnasked = 0.8;

/** From this sureness on Goldie asks "did you mean"; below it four of five guesses are wrong and Goldie says so. */
export const worthAsking = 0.2;

const rounds = 300;
const decay = 1e-3;

/** Fits logistic regression to outcomes by gradient descent with momentum, on standardised signals. */
export function fitSureness(outcomes: readonly Outcome[]): Sureness {
  const size = outcomes[0]?.signals.length ?? 0;
  const scales = Array.from({ length: size }, (_, at) =>
    scaleOf(outcomes.map(({ signals }) => signals[at] ?? 0)),
  );
  const rows = outcomes.map(({ signals, right }) => ({
    right: right ? 1 : 0,
    inputs: [1, ...scales.map(({ mean, spread }, at) => ((signals[at] ?? 0) - mean) / spread)],
  }));
  const weights = new Float64Array(size + 1);
  const speed = new Float64Array(size + 1);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(size + 1);
    for (const { inputs, right } of rows) {
      const error = logistic(dot(inputs, weights)) - right;
      inputs.forEach((input, at) => {
        slope[at] = (slope[at] ?? 0) + (error * input) / rows.length;
      });
    }
    for (let at = 0; at <= size; at += 1) {
      const weight = weights[at] ?? 0;
      speed[at] = 0.9 * (speed[at] ?? 0) - 0.5 * ((slope[at] ?? 0) + decay * weight);
      weights[at] = weight + (speed[at] ?? 0);
    }
  }
  const [bias = 0, ...learned] = weights;
  return { bias, signals: scales.map((scale, at) => ({ ...scale, weight: learned[at] ?? 0 })) };
}

/** The probability that a guess with these signals is right. */
export function surenessOf(
  { bias, signals: scales }: Sureness,
  signals: readonly number[],
): number {
  return logistic(
    scales.reduce(
      (sum, { weight, mean, spread }, at) => sum + (weight * ((signals[at] ?? 0) - mean)) / spread,
      bias,
    ),
  );
}

function scaleOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}

function dot(inputs: readonly number[], weights: Float64Array): number {
  return inputs.reduce((sum, input, at) => sum + input * (weights[at] ?? 0), 0);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
