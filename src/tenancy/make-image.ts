import { ImageId, ProjectId } from '../images/ids.ts';
import { Image } from '../images/image.ts';
import { type Member, Received } from '../images/member.ts';
import type { Names } from './names.ts';
import { stableId } from './stable-id.ts';
import type { EntryOf } from './tenancy-file.ts';
import { keyId, thingId } from './thing-id.ts';

type Project = EntryOf<'projects'>;

/** Who public images belong to: the cloud itself. */
const provider = ProjectId.parse('0'.repeat(32));

/** The image that an entry describes. Its facts were parsed with the entry, and are not parsed again. */
export function makeImage(entry: EntryOf<'images'>, owner: Project, names: Names): Image {
  const { project: _, key: alias, members: offers, createdAt, ...facts } = entry;
  const key = alias === undefined ? undefined : names.key(owner, alias);
  const members = offers.flatMap((offer) => memberFrom(offer, createdAt, names));
  const rest = {
    id: ImageId.parse(thingId('image', owner, entry)),
    owner: owner.id,
    region: owner.region,
    visibility: members.length > 0 ? ('shared' as const) : ('private' as const),
    members,
    createdAt,
    updatedAt: createdAt,
    ...(entry.status === 'active' && { activeAt: createdAt }),
    keyUsable: key === undefined || key.state === 'enabled',
    ...(key && { encryption: { keyId: keyId(key, owner), keyKind: key.kind } }),
  };
  // spreading so many fields into one takes ten times as long, and tenancies have hundreds of thousands of images
  return Object.assign(facts, rest);
}

/** The image once for each region that has it. */
export function makePublicImages(
  { regions, vendor, createdAt, id, ...facts }: EntryOf<'publicImages'>,
  names: Names,
): readonly Image[] {
  const ids = regions ?? [...names.regions.keys()];
  return ids.map((region) =>
    Image.parse({
      ...facts,
      id: ids.length === 1 && id ? id : stableId('public', region, id ?? facts.name),
      owner: provider,
      region,
      visibility: 'public',
      status: 'active',
      origin: { kind: 'public', publicOsVendor: vendor },
      createdAt,
      updatedAt: createdAt,
      activeAt: createdAt,
    }),
  );
}

/** A share of an image, as its owner wrote it down, for the project it was offered to. */
export interface Offer {
  readonly image: EntryOf<'images'>;
  readonly owner: Project;
  readonly offer: EntryOf<'images'>['members'][number];
}

/** What a project was offered. */
export function makeReceived({ image, owner, offer }: Offer): Received {
  const { name, type, osVersion, minDisk } = image;
  const { offeredAt, decidedAt } = timesOf(offer, image.createdAt);
  return Received.parse({
    imageId: ImageId.parse(thingId('image', owner, image)),
    owner: owner.id,
    name,
    type,
    osVersion,
    minDisk,
    status: offer.status,
    offeredAt,
    ...(offer.status !== 'pending' && { decidedAt }),
  });
}

function memberFrom(
  offer: Offer['offer'],
  imageMadeAt: string,
  { projects }: Names,
): readonly Member[] {
  const target = projects.get(offer.project);
  if (target === undefined) return [];
  const { offeredAt, decidedAt } = timesOf(offer, imageMadeAt);
  return [{ project: target.id, status: offer.status, createdAt: offeredAt, updatedAt: decidedAt }];
}

function timesOf({ offeredAt, decidedAt }: Offer['offer'], imageMadeAt: string) {
  const offered = offeredAt ?? imageMadeAt;
  return { offeredAt: offered, decidedAt: decidedAt ?? offered };
}
