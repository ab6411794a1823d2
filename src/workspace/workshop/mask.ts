/** Everything that opens a door, by how it looks: tokens, and the secret part of one-time addresses. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]|xapp|xwfp)-[\w-]+/g, '$1-…'],
  [/(\/respond\/\w+\/)\w+/g, '$1…'],
  [/(\/upload\/v1\/)\w+/g, '$1…'],
  [/([?&]ticket=)\w+/g, '$1…'],
];

/** A copy in which no token can be read. */
export function masked(value: unknown): unknown {
  if (typeof value === 'string')
    return secrets.reduce((text, [pattern, mark]) => text.replace(pattern, mark), value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'token' ? '…' : masked(inner)]),
  );
}
