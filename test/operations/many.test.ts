import { beforeAll, expect, it } from 'vitest';
import { ImageId } from '../../src/images/ids.ts';
import type { Unit } from '../../src/images/unit.ts';
import { everyWord, type Library, openTalk, readLibrary } from '../support/talk-kit.ts';

let library: Library;
beforeAll(async () => {
  library = await readLibrary();
}, 120_000);

const names = Array.from({ length: 12 }, (_, n) => `copy-${n}`);

/** Twelve copies of web-golden. */
function withCopies(unit: Unit): Unit {
  const copies = unit.images
    .filter(({ name }) => name === 'web-golden')
    .flatMap((image) =>
      names.map((name, n) => ({
        ...image,
        name,
        id: ImageId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
      })),
    );
  return { ...unit, images: [...unit.images, ...copies] };
}

it('a long list of things is told up to a count, and all of it is done', async () => {
  const kit = await openTalk(library);
  await kit.meanwhile('team-web', withCopies);

  const reply = await kit.ordered('U0WEBOP', '/image', `tag ${names.join(', ')} with batch=1`);

  expect(everyWord(reply)).toContain('copy-8 has the tags');
  expect(everyWord(reply)).toContain('… and 3 more.');
  expect(everyWord(reply)).not.toContain('copy-9 has the tags');
  const { images } = await kit.unit('team-web');
  expect(images.filter(({ tags }) => tags.batch === '1')).toHaveLength(12);
});

it('the same command delivered twice does each thing once', async () => {
  const kit = await openTalk(library);
  await kit.meanwhile('team-web', withCopies);
  const order = `tag ${names.join(', ')} with batch=1`;

  await kit.ordered('U0WEBOP', '/image', order, { key: 'once' });
  const first = await kit.unit('team-web');
  await kit.ordered('U0WEBOP', '/image', order, { key: 'once' });

  expect((await kit.unit('team-web')).audit).toEqual(first.audit);
});

it('what was cut short by a crash is finished by the same command, each thing once', async () => {
  const kit = await openTalk(library);
  await kit.meanwhile('team-web', withCopies);
  const order = `tag ${names.join(', ')} with batch=1`;
  await kit.ordered('U0WEBOP', '/image', `tag ${names[0]} with batch=1`, { key: 'once' });

  await kit.ordered('U0WEBOP', '/image', order, { key: 'once' });

  const { audit, images } = await kit.unit('team-web');
  const tagged = audit.filter(({ operation }) => operation === 'image.tag');
  expect(tagged.map(({ imageName }) => imageName)).toEqual(names);
  expect(images.filter(({ tags }) => tags.batch === '1')).toHaveLength(12);
});
