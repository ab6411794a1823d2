import type { RawSlots } from './slot.ts';

/** The attributes of an image that can be changed: what they are called in lists, and how else people say them. */
const attributes: readonly { field: string; label: string; said: RegExp }[] = [
  { field: 'description', label: 'description', said: /\bdescri(?:ption|be)\b/i },
  { field: 'minRam', label: 'minimum memory', said: /\bmin(?:imum|imal)?[ -]?(?:memory|ram)\b/i },
  { field: 'maxRam', label: 'maximum memory', said: /\bmax(?:imum|imal)?[ -]?(?:memory|ram)\b/i },
  { field: 'bootMode', label: 'boot mode', said: /\bboot[ -]?mode\b|\b(?:uefi|bios)\b/i },
  { field: 'multiQueue', label: 'multi-queue', said: /\bmulti[ -]?queue\b/i },
  { field: 'sriov', label: 'SR-IOV', said: /\bsr-?iov\b/i },
  { field: 'protected', label: 'protection', said: /\bprotection\b/i },
  { field: 'name', label: 'name', said: /^name\b/i },
];

/** What people call an attribute; one that nobody knows is called what it was called. */
export function attributeLabel(field: string): string {
  return attributes.find((one) => one.field === field)?.label ?? field;
}

/** The attribute that words name. */
export function attributeNamed(said: string): string | undefined {
  const words = said.trim();
  return attributes.find((one) => one.field === words || one.said.test(words))?.field;
}

/** `min-ram 2048`: the attribute that a command names first, as it was said, and the value behind it. */
export function attributeThen(words: string): RawSlots {
  const named = attributes
    .map(({ said }) => said.exec(words))
    .find((found) => found?.index === 0)?.[0];
  const field = named ?? words;
  const value = words.slice(field.length).trim();
  return { field: field === '' ? [] : [field], value: value === '' ? [] : [value] };
}

/** "Set the minimum memory of web-golden to 4 GB", "turn on multi-queue for it": which attribute, and its new value. */
export function attributeHeard(text: string): RawSlots {
  const field = attributes.find(({ said }) => said.test(text))?.field;
  if (field === undefined) return {};
  const value = (values[field] ?? switched)(text);
  return { field: [field], ...(value !== undefined && { value: [value] }) };
}

const values: Readonly<Record<string, (text: string) => string | undefined>> = {
  description: (text) =>
    (
      /["“](?<quoted>[^"”]+)["”][.!]*$/.exec(text) ??
      /\bdescription\b.*?\S(?:\s+(?:to|as)|\s*[:=])\s+(?<plain>\S.*)$/is.exec(text)
    )
      ?.slice(1)
      .find(Boolean),
  minRam: memory,
  maxRam: memory,
  bootMode: (text) => /\b(?:uefi|bios)\b(?!.*\b(?:uefi|bios)\b)/i.exec(text)?.[0],
};

function memory(text: string): string | undefined {
  return /(?<![\w.-])\d{1,7}\s*[gm]i?b\b/i.exec(text)?.[0];
}

function switched(text: string): string | undefined {
  if (/\b(?:off|disable[sd]?|without)\b/i.test(text)) return 'off';
  return /\b(?:on|enable[sd]?)\b(?!\s+(?:the\s+)?image)/i.test(text) ? 'on' : undefined;
}
