import type { People } from '../access/people.ts';
import type { Operation } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import type { Understanding } from '../understanding/meaning.ts';

/** What the understanding found, by the names the operation has for its pieces. */
export function rawSlots(
  operation: Operation,
  { slots, text }: Pick<Understanding, 'slots' | 'text'>,
  people: People,
): RawSlots {
  const said: Record<string, readonly string[]> = {
    images: slots.images ?? [],
    servers: slots.servers ?? [],
    projects: [...(slots.projects ?? []), ...projectsOf(slots.people ?? [], people)],
    people: slots.people ?? [],
    regions: slots.regions ?? [],
    jobs: slots.jobs ?? [],
    buckets: slots.buckets ?? [],
    keys: slots.keys ?? [],
    vaults: slots.vaults ?? [],
    backups: slots.backups ?? [],
    names: slots.names ?? [],
    sizesGb: (slots.sizesGb ?? []).map(String),
    counts: (slots.counts ?? []).map(String),
    all: slots.all ? ['all'] : [],
    about: slots.about ? [slots.about] : [],
  };
  const named = Object.fromEntries(
    operation.slots.map(({ name, from }) => [name, from.flatMap((source) => said[source] ?? [])]),
  );
  return { ...named, ...operation.hears?.(text, said) };
}

/** A person stands for the project they act for. */
function projectsOf(slackIds: readonly string[], people: People): readonly string[] {
  return slackIds.flatMap((id) => [...(people.byId(id)?.roles.keys() ?? [])].slice(0, 1));
}
