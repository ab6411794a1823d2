import type { Found } from './find-image.ts';
import type { World } from './world.ts';

/** A request and the world it is made in: what every rule may look at. */
export interface Asked<Request> {
  readonly world: World;
  readonly request: Request;
}

/** A request about one image, named by its ID. `found` is undefined when the caller can see no such image. */
export interface AskedAboutImage<Request = { readonly image: string }> extends Asked<Request> {
  readonly found: Found | undefined;
}
