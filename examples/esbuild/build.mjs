// Bundles server.ts into one file. libtorch-node stays outside: it loads binaries by their path on the disk, so it has to
// lie in node_modules where the bundle runs.
import { build } from 'esbuild';

await build({
  entryPoints: ['server.ts'],
  outfile: 'dist/server.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.17',
  external: ['libtorch-node'],
});
