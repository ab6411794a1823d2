import { defineConfig, type Plugin } from 'vite';

/**
 * Puts the bot and the packages it uses into one file, readable as it was written: a start then opens a handful of files
 * instead of a thousand. `ws` looks for the two packages left out and does without them.
 */
export default defineConfig({
  publicDir: false,
  plugins: [withoutWhatIsNeverUsed(['express', '@slack/oauth'])],
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

/** Bolt loads what serves Express and installs an app for many teams, which Goldie does not; a use of it would throw. */
function withoutWhatIsNeverUsed(packages: readonly string[]): Plugin {
  const prefix = '\0never-used:';
  return {
    name: 'without-what-is-never-used',
    enforce: 'pre',
    resolveId: (id) => (packages.includes(id) ? prefix + id : undefined),
    load: (id) => (id.startsWith(prefix) ? 'export {};' : undefined),
  };
}
