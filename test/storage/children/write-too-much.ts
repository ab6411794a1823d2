import { openAppendFile } from '../../../src/storage/append-file.ts';
import { placeFiles } from '../../../src/storage/place-files.ts';
import { replaceFile } from '../../../src/storage/replace-file.ts';

const [way = '', path = ''] = process.argv.slice(2);
const ways: Readonly<Record<string, () => Promise<void>>> = {
  replace: () => replaceFile(path, tooMuch),
  append: async () => (await openAppendFile(path)).append(tooMuch),
  place: () => placeFiles([{ path, text: tooMuch, placed: () => undefined }]),
};
const tooMuch = `${'x'.repeat(20_000)}\n`;

process.on('SIGXFSZ', () => undefined);
try {
  await ways[way]?.();
  process.stdout.write('written\n');
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : error;
  process.stdout.write(`refused: ${code}\n`);
}
