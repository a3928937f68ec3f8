/** Packages that only some programs need. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataError } from '../errors';

/** The program's own package, or the one beside this package. @internal */
export function optionalPackage<T>(name: string): T {
  return inEachPlace(name, (require) => require(name) as T);
}

/** The same for a package that is an ES module. @internal */
export async function optionalModule<T>(name: string): Promise<T> {
  const file = inEachPlace(name, (require) => require.resolve(name));
  return (await import(pathToFileURL(file).href)) as T;
}

/** The package `inner` that an optional one itself uses. @internal */
export function packageWithin<T>(name: string, inner: string): T {
  return inEachPlace(name, (require) => createRequire(require.resolve(name))(inner) as T);
}

function inEachPlace<R>(name: string, look: (require: NodeJS.Require) => R): R {
  for (const base of [path.join(process.cwd(), 'package.json'), __filename]) {
    try {
      return look(createRequire(base));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw dataError(`this needs the package ${name}, which is not installed: npm install ${name}`);
}
