import { ImageId, ProjectId } from '../images/ids.ts';
import { Image } from '../images/image.ts';
import { type Member, Received } from '../images/member.ts';
import type { Names } from './names.ts';
import { stableId } from './stable-id.ts';
import type { EntryOf } from './tenancy-file.ts';

type Project = EntryOf<'projects'>;

/** Who public images belong to: the cloud itself. */
const provider = ProjectId.parse('0'.repeat(32));

export function makeImage(entry: EntryOf<'images'>, owner: Project, names: Names): Image {
  const { id, project: _, key: alias, members: offers, createdAt, ...facts } = entry;
  const key = alias === undefined ? undefined : names.key(owner, alias);
  const members = offers.flatMap((offer) => memberFrom(offer, createdAt, names));
  return Image.parse({
    ...facts,
    id: id ?? stableId('image', owner.id, entry.name),
    owner: owner.id,
    region: owner.region,
    visibility: members.length > 0 ? 'shared' : 'private',
    members,
    createdAt,
    updatedAt: createdAt,
    ...(entry.status === 'active' && { activeAt: createdAt }),
    ...(key && {
      encryption: { keyId: keyId(key, owner), keyKind: key.kind },
      keyUsable: key.state === 'enabled',
    }),
  });
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

/** What the project was offered by the owners of these images. */
export function receivedBy({ id: me }: Project, images: readonly Image[]): readonly Received[] {
  return images.flatMap(({ id, owner, name, type, osVersion, minDisk, members }) =>
    members
      .filter(({ project }) => project === me)
      .map(({ status, createdAt, updatedAt }) =>
        Received.parse({
          imageId: ImageId.parse(id),
          owner,
          name,
          type,
          osVersion,
          minDisk,
          status,
          offeredAt: createdAt,
          ...(status !== 'pending' && { decidedAt: updatedAt }),
        }),
      ),
  );
}

export function keyId({ id, alias }: EntryOf<'keys'>, owner: Project): string {
  return id ?? stableId('key', owner.id, alias);
}

function memberFrom(
  { project, status, offeredAt, decidedAt }: EntryOf<'images'>['members'][number],
  imageMadeAt: string,
  { projects }: Names,
): readonly Member[] {
  const target = projects.get(project);
  if (target === undefined) return [];
  const createdAt = offeredAt ?? imageMadeAt;
  return [{ project: target.id, status, createdAt, updatedAt: decidedAt ?? createdAt }];
}
