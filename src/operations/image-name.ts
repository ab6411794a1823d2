import type { ImageId } from '../images/ids.ts';
import type { World } from '../images/world.ts';

/** Name of an image that the project can see, or its ID when it is gone. */
export function imageName({ own, directory }: World, id: ImageId): string {
  const image = [...own.images, ...directory.publicImages(own.region)].find((one) => one.id === id);
  return image?.name ?? own.received.find(({ imageId }) => imageId === id)?.name ?? id;
}
