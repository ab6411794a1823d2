import { namesAt } from './names.ts';
import type { Directory } from './typed-text.ts';

/**
 * What Slack does to an app's text when it is told to look for names (`link_names`, `parse: full`,
 * or an edit without `parse: none`): `@name` and `@channel` in it become mentions.
 */
export function withLinkedNames(text: string, directory: Directory): string {
  return text
    .split(/(<[^<>]*>)/)
    .map((piece, index) => (index % 2 === 1 ? piece : linked(piece, directory)))
    .join('');
}

function linked(piece: string, directory: Directory): string {
  return piece.replace(/(?<![\w@&#])([@#])([^@#]+)/g, (whole, sign: string, rest: string) => {
    const everybody = /^(channel|here|everyone)(?![\w-])/.exec(rest)?.[1];
    if (sign === '@' && everybody) return `<!${everybody}>${rest.slice(everybody.length)}`;
    const found = namesAt(rest, sign === '@' ? directory.people : directory.channels);
    if (!found) return whole;
    const token = sign === '@' ? `<@${found.id}>` : `<#${found.id}|${found.name}>`;
    return `${token}${rest.slice(found.name.length)}`;
  });
}
