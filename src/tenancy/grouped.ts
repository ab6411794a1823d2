/** Things by a key that several of them may have; nothing for a key that none has. */
export function grouped<T>(
  things: Iterable<T>,
  keyOf: (thing: T) => string | undefined,
): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return (key) => groups.get(key) ?? [];
}
