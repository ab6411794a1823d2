import { grouped } from './grouped.ts';
import type { Listed, Lists } from './listed.ts';
import type { Offer } from './make-image.ts';
import type { Names } from './names.ts';
import type { EntryOf, Kind } from './tenancy-file.ts';

/** The entries of a project, by its ID. */
type Of<K extends Kind> = (project: string) => readonly EntryOf<K>[];

/** What belongs to projects, sorted out once for all of them. */
export interface Belongings {
  readonly images: Of<'images'>;
  /** Shares by the ID of the project that they were offered to. */
  readonly offers: (project: string) => readonly Offer[];
  readonly servers: Of<'servers'>;
  readonly vaults: Of<'vaults'>;
  readonly keys: Of<'keys'>;
  readonly buckets: Of<'buckets'>;
  readonly backups: Of<'backups'>;
  readonly agencies: Of<'agencies'>;
}

export function belongings(lists: Lists, { projects }: Names): Belongings {
  const own = <T extends { readonly project: string }>(list: readonly Listed<T>[]) =>
    grouped(
      list.map(({ entry }) => entry),
      ({ project }) => projects.get(project)?.id,
    );
  const offers = lists.images.flatMap(({ entry: image }): readonly Offer[] => {
    const owner = projects.get(image.project);
    return owner ? image.members.map((offer) => ({ image, owner, offer })) : [];
  });
  return {
    images: own(lists.images),
    offers: grouped(offers, ({ offer }) => projects.get(offer.project)?.id),
    servers: own(lists.servers),
    vaults: own(lists.vaults),
    keys: own(lists.keys),
    buckets: own(lists.buckets),
    backups: own(lists.backups),
    agencies: own(lists.agencies),
  };
}
