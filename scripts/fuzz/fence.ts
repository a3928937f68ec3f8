/** Builds the allocator of `fence.cc`, for Linux and the libtorch that is found here. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../../lib/install/failure';
import { locateLibtorch } from '../../lib/install/locate';

const SOURCE = path.join(__dirname, 'fence.cc');
let built: string | undefined;

/** The path of the library, in the folder `out`; compiled when its source is newer. */
export function fence(out: string): string {
  if (built) return built;
  const library = path.join(out, 'fence.so');
  if (!existsSync(library) || statSync(library).mtimeMs < statSync(SOURCE).mtimeMs) compile(library);
  return (built = library);
}

function compile(library: string): void {
  const found = locateLibtorch();
  if (!found.found) throw new Error(describeFailure(found));
  const { root, libDir, includeDir } = found.libtorch;
  const how = ['-std=c++20', '-O2', '-shared', '-fPIC', `-I${includeDir ?? path.join(root, 'include')}`];
  const linked = [`-L${libDir}`, '-lc10', `-Wl,-rpath,${libDir}`];
  execFileSync(process.env['CXX'] ?? 'c++', [...how, SOURCE, '-o', library, ...linked], { stdio: 'inherit' });
}
