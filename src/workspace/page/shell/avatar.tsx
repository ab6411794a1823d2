import type { Person } from '../../page-api.ts';

function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Only plain colour notations; anything else would be CSS from outside. */
const isColor = (color: string): boolean =>
  /^(#[0-9a-f]{3,8}|[a-z]+|(rgb|hsl)a?\([\d\s.,%/a-z]+\))$/i.test(color);

/** A person as coloured initials; the name stands next to it, so it is hidden from screen readers. */
export function Avatar({ person, small }: { readonly person: Person; readonly small?: boolean }) {
  const style = isColor(person.avatarColor) ? { backgroundColor: person.avatarColor } : {};
  return (
    <span
      class={`avatar${small ? ' small' : ''}${person.isBot ? ' bot' : ''}`}
      style={style}
      aria-hidden="true"
    >
      {initials(person.name)}
    </span>
  );
}
