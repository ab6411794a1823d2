import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  new URL('../../src/workspace/page/styles/theme.css', import.meta.url),
  'utf8',
);

/** The `--name: #rrggbb` settings of one theme. */
function colors(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const block = css.split(`:root[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? '';
  const settings = block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g);
  return new Map([...settings].map(([, name = '', color = '']) => [name, color]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'paper-raised', 'paper-sunk', 'hover', 'gold-tint'];
const TEXTS = ['ink', 'ink-soft', 'gold-deep', 'link'];
const PAIRS = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['on-gold', 'gold'],
  ['on-bad', 'bad'],
  ['bad', 'paper-raised'],
  ['bad', 'paper'],
  ['ink', 'good-tint'],
  ['ink', 'bad-tint'],
  ['ink', 'info-tint'],
  ['link', 'info-tint'],
  ['side-ink', 'side'],
  ['side-soft', 'side'],
  ['side-soft', 'side-raised'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const palette = colors(theme);
  const colorOf = (name: string): string => palette.get(name) ?? `no colour ${name}`;

  it.each(PAIRS)('%s can be read on %s (AA: 4.5 to 1)', (text, ground) => {
    expect(contrast(colorOf(text), colorOf(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('the borders of controls can be seen (AA: 3 to 1)', () => {
    expect(contrast(colorOf('line-strong'), colorOf('paper-raised'))).toBeGreaterThanOrEqual(3);
  });
});
