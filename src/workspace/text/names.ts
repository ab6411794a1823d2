/** The longest known name the text starts with, in the case it is known by. */
export function namesAt(
  text: string,
  names: ReadonlyMap<string, string>,
): { readonly id: string; readonly name: string } | undefined {
  const lower = text.toLowerCase();
  let best: { id: string; name: string } | undefined;
  for (const [name, id] of names) {
    if (!lower.startsWith(name) || /^[\w-]/.test(lower.slice(name.length))) continue;
    if (!best || name.length > best.name.length) best = { id, name };
  }
  return best;
}
