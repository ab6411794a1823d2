import { openAppendFile } from '../../../src/storage/append-file.ts';
import { replaceFile } from '../../../src/storage/replace-file.ts';

const [way = '', path = ''] = process.argv.slice(2);
const tooMuch = `${'x'.repeat(20_000)}\n`;

process.on('SIGXFSZ', () => undefined);
try {
  if (way === 'replace') await replaceFile(path, tooMuch);
  else await (await openAppendFile(path)).append(tooMuch);
  process.stdout.write('written\n');
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : error;
  process.stdout.write(`refused: ${code}\n`);
}
