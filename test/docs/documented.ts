/** Every example of the documentation, file by file: `@example` in lib/, and ```ts blocks of README.md and docs/. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Example, asProgram, fromComments, fromMarkdown } from './example';

const root = path.join(__dirname, '../..');

/** Pages whose blocks continue each other. */
const ONE_PROGRAM: ReadonlySet<string> = new Set(['docs/tutorial.md', 'docs/torchscript.md']);

/** The files that may have examples, from the root. */
export function sources(): string[] {
  const lib = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' });
  const docs = readdirSync(path.join(root, 'docs'), { encoding: 'utf8' });
  return [
    ...lib.filter((file) => file.endsWith('.ts') && !file.startsWith('ops/generated/')).map((file) => `lib/${file}`),
    ...docs.filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`),
    'README.md',
  ].sort();
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('.md')) return fromComments(text);
  return ONE_PROGRAM.has(file) ? [asProgram(fromMarkdown(text))] : fromMarkdown(text);
}

/** The files that have examples. */
export const documented = sources().flatMap((file) => {
  const examples = examplesOf(file);
  return examples.length ? [{ file, examples }] : [];
});
