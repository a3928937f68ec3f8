/**
 * What happens to this package inside a bundle. It has no imports: in a bundle that is an ES module, those may fail before
 * anything can be said.
 */

/** Binaries and worker threads are files beside the package's own, and a bundle lies elsewhere. */
export const BUNDLED = [
  'libtorch-node was put into a bundle. It loads native binaries and workers from its own folder, so a bundler has to leave it',
  'out, as an external package:',
  '',
  "  esbuild, Rollup   external: ['libtorch-node']",
  "  webpack           externalsType: 'commonjs', externals: [/^libtorch-node(\\/|$)/]",
  "  Next.js           serverExternalPackages: ['libtorch-node']",
  "  Vite              ssr: { external: ['libtorch-node'] }",
  '',
  'and the package has to be in node_modules where the bundle runs. docs/recipes has a whole example for each.',
].join('\n');

/** Only CommonJS has it, and the package is CommonJS. */
if (typeof __filename === 'undefined') throw Object.assign(new Error(BUNDLED), { code: 'ERR_CORE_NOT_FOUND' });
