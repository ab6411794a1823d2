import { fileURLToPath } from 'node:url';

/** Folder that intents/, data/ and manifest.yml are in; the same for the sources and for what is built from them. */
export const root = fileURLToPath(new URL('..', import.meta.url));
