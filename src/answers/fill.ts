import type { CloudProfileFigures } from './answer.ts';

/** Raised when a placeholder names a figure that the cloud's profile does not have. */
export class MissingFigure extends Error {
  override readonly name = 'MissingFigure';
  readonly placeholder: string;

  constructor(placeholder: string, reason: string) {
    super(`{{${placeholder}}} ${reason}`);
    this.placeholder = placeholder;
  }
}

/** The cloud that `{{quota.images}}` speaks of, and all clouds for `{{otc:quota.images}}`. */
export interface Figures {
  readonly cloud: string;
  readonly profiles: Readonly<Record<string, CloudProfileFigures>>;
}

const placeholder = /\{\{\s*(?:([a-z]+):)?([\w.-]+)\s*\}\}/g;

/**
 * Puts figures into a sentence.
 *
 * @throws MissingFigure when the profile lacks the figure.
 */
export function fill(sentence: string, { cloud, profiles }: Figures): string {
  return sentence.replace(placeholder, (whole, other: string | undefined, path: string) => {
    const wanted = other ?? cloud;
    const profile = profiles[wanted];
    if (!profile)
      throw new MissingFigure(whole.slice(2, -2), `names no cloud that has a profile: ${wanted}`);
    const figure = figureAt(profile, path);
    if (figure === undefined) {
      throw new MissingFigure(whole.slice(2, -2), `is no figure of the profile ${wanted}`);
    }
    return figure;
  });
}

/** The sentence without its placeholders, to see what was typed by hand. */
export function withoutPlaceholders(sentence: string): string {
  return sentence.replace(placeholder, '');
}

function figureAt(profile: CloudProfileFigures, path: string): string | undefined {
  let found: unknown = profile;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step))
      return undefined;
    found = Reflect.get(found, step);
  }
  if (typeof found === 'number') return found.toLocaleString('en-US');
  if (typeof found === 'string') return found;
  if (Array.isArray(found) && found.length > 0) return found.map(String).join(', ');
  return undefined;
}
