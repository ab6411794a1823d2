/** A tag as it will be stored. */
export interface Tag {
  readonly key: string;
  /** Undefined only in a request that forgot it. */
  readonly value: string | undefined;
}

/** Reads `key.value`: the first period splits, later ones belong to the value, none means an empty value. R-TAG-03 */
export function tagFrom(text: string): Tag {
  const at = text.indexOf('.');
  return at < 0 ? { key: text, value: '' } : { key: text.slice(0, at), value: text.slice(at + 1) };
}

/** Takes away spaces at the ends, where the cloud does so before it checks. R-TAG-05 */
export function trimmed({ key, value }: Tag): Tag {
  return { key: key.trim(), value: value?.trim() };
}
