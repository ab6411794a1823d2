import { openStateDir } from '../../../src/storage/state-dir.ts';

const [folder = ''] = process.argv.slice(2);
await openStateDir(folder);
process.stdout.write('open\n');
setInterval(() => undefined, 1_000);
