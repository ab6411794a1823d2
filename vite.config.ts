import { defineConfig } from 'vite';

/**
 * Puts the bot and the packages it uses into one file, readable as it was written: a start then opens a handful of files
 * instead of a thousand. `ws` looks for the two packages left out and does without them.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    target: 'node20',
    rolldownOptions: { output: { chunkFileNames: 'part-[name].js' } },
  },
  ssr: { noExternal: true, external: ['bufferutil', 'utf-8-validate'] },
});
