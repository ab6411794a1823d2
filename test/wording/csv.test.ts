import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/wording/csv.ts';

describe('a CSV file', () => {
  it('has commas between cells and CRLF after every line', () => {
    expect(
      csvOf([
        ['Name', 'ID'],
        ['web', '1'],
      ]),
    ).toBe('Name,ID\r\nweb,1\r\n');
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'say "hi"', '"say ""hi"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a space', ' a b ', ' a b '],
    ['nothing', '', ''],
    ['other letters', '镜像-1', '镜像-1'],
  ])('writes %s as RFC 4180 wants it', (_what, text, cell) => {
    expect(csvOf([[text]])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])('makes no formula of %j', (text, cell) => {
    expect(csvOf([[text]])).toBe(`${cell}\r\n`);
  });
});
