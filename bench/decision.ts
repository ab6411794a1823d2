import { decide } from '../src/images/decision.ts';
import { shareImage } from '../src/images/operations/share-image.ts';
import { anImage, aUnit, aWorld, images, members, project } from '../test/images/builders.ts';
import { type Beside, beside, microseconds } from './timing.ts';

/** A decision about a share; times in µs. */
export interface DecisionFigures {
  /** All rules of a share, next to parsing the JSON of the unit they look at. */
  readonly share: Beside;
}

/** May an image with 127 members, in a unit of 100 images, be shared with one project more? */
export function measureDecision(times: number): DecisionFigures {
  const full = anImage({ members: members(127, 'accepted') });
  const own = aUnit({ images: [...images(99), full] });
  const world = aWorld({ own });
  const request = { image: full.id, targets: [project(99)] };
  const { refused, findings } = decide(shareImage, world, request);
  if (refused) throw new Error(`The share is refused: ${JSON.stringify(findings)}`);
  const text = JSON.stringify(own);
  return {
    share: beside(
      microseconds(times, () => decide(shareImage, world, request)),
      microseconds(times / 10, () => JSON.parse(text)),
    ),
  };
}
