import { manifestWithSteps } from './manifest.ts';

process.stdout.write(await manifestWithSteps());
