/** A message without what its writer only passes on. */
export interface OwnWords {
  readonly own: string;
  /** Everything is passed on; `own` is then the whole message, for the record. */
  readonly isAllQuoted: boolean;
}

const mention = String.raw`(?:<@[A-Z0-9]+(?:\|[^>]*)?>\s*)*`;
const quotedLine = new RegExp(String.raw`^\s*${mention}(?:>|&gt;)`);
const forwarded = new RegExp(
  String.raw`^\s*${mention}\W*(?:begin )?(?:forwarded (?:message|from)\b|fwd?:|from:\s)`,
  'i',
);

/**
 * Takes away quoted lines, code blocks and forwarded messages: they were written by others or for other ends. A code
 * block of one word stays, because people mark names so.
 */
export function ownWords(message: string): OwnWords {
  const lines = message.replace(/```([\s\S]*?)(?:```|$)/g, codeBlock).split('\n');
  const end = lines.findIndex((line) => forwarded.test(line));
  const own = lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => !quotedLine.test(line))
    .join('\n');
  const isSomethingLeft = /[\p{L}\p{N}]/u.test(own.replace(new RegExp(mention, 'g'), ''));
  const wasSomething = /[\p{L}\p{N}]/u.test(message.replace(new RegExp(mention, 'g'), ''));
  return !isSomethingLeft && wasSomething
    ? { own: message, isAllQuoted: true }
    : { own, isAllQuoted: false };
}

function codeBlock(_: string, code: string): string {
  return /^\s*\S+\s*$/.test(code) ? ` ${code.trim()} ` : ' ';
}
