import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withLinkedNames } from '../../src/workspace/text/linked-names.ts';
import { partsOf } from '../../src/workspace/text/typed-text.ts';
import { richTextOf, storedText, textWithTokens } from '../../src/workspace/text/written-text.ts';

const directory = {
  people: new Map([
    ['wendy', 'U0WEBOP'],
    ['wendy okafor', 'U0WEBOP'],
    ['goldie', 'U0GOLDIE'],
  ]),
  channels: new Map([['images', 'C0IMAGES']]),
};

const read = (typed: string) => textWithTokens(partsOf(typed, directory));

describe('what a person types', () => {
  it.each([
    ['share a < b & c > d', 'share a &lt; b &amp; c &gt; d'],
    ['@goldie help', '<@U0GOLDIE> help'],
    ['thanks, @Goldie!', 'thanks, <@U0GOLDIE>!'],
    ['ask @Wendy Okafor.', 'ask <@U0WEBOP>.'],
    ['@wendyx and me@goldie', '@wendyx and me@goldie'],
    ['see #images, not #nowhere', 'see <#C0IMAGES|images>, not #nowhere'],
    ['@channel and @here', '<!channel> and <!here>'],
    ['<!channel> <@U0WEBOP>', '&lt;!channel&gt; &lt;@U0WEBOP&gt;'],
    ['is golden.io there?', 'is <http://golden.io|golden.io> there?'],
    ['disk.img and v1.2.3 and golden.io.bak', 'disk.img and v1.2.3 and golden.io.bak'],
    ['look: https://a.de/x?y=1&z=2.', 'look: <https://a.de/x?y=1&amp;z=2>.'],
    ['mail ann@golden.io', 'mail <mailto:ann@golden.io|ann@golden.io>'],
    ['`@channel golden.io <b>`', '`@channel golden.io &lt;b&gt;`'],
    ['```\n@here\n```', '```\n@here\n```'],
  ])('%j arrives as %j', (typed, text) => {
    expect(read(typed)).toBe(text);
  });

  it('never arrives with a sign that could start a token nobody typed as a name', () => {
    const signs = fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '|', 'a', ' ', 'U', '0') });

    fc.assert(
      fc.property(signs, (typed) => {
        expect(read(typed)).not.toMatch(/[<>]/);
        expect(
          read(typed).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
        ).toBe(typed);
      }),
    );
  });

  it('comes as rich text too', () => {
    expect(richTextOf(partsOf('@goldie see golden.io', directory), 'b1')).toEqual([
      {
        type: 'rich_text',
        block_id: 'b1',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: 'U0GOLDIE' },
              { type: 'text', text: ' see ' },
              { type: 'link', url: 'http://golden.io', text: 'golden.io' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('what an app posts', () => {
  it.each([
    ['5 < 6 & 7 > 3', '5 &lt; 6 &amp; 7 &gt; 3'],
    ['<@U1> <!here> <https://a.de|a>', '<@U1> <!here> <https://a.de|a>'],
    ['&lt;!here&gt;', '&lt;!here&gt;'],
    ['> a quote', '> a quote'],
  ])('%j is stored as %j', (posted, stored) => {
    expect(storedText(posted)).toBe(stored);
  });

  it('mentions people by name only when names are looked for', () => {
    expect(withLinkedNames('@wendy @channel #images <@U1|@wendy> a@wendy', directory)).toBe(
      '<@U0WEBOP> <!channel> <#C0IMAGES|images> <@U1|@wendy> a@wendy',
    );
  });
});
