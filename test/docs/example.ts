/** Examples as the documentation shows them: where they stand, and what they say comes out. */
import ts from 'typescript';
import { isTensor } from '../../lib/ops/tensor-methods';

export interface Example {
  readonly line: number;
  readonly code: string;
}

const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };

/** The lines of `@example` up to the next tag, without the comment's stars. */
export function fromComments(text: string): Example[] {
  const examples: Example[] = [];
  for (const comment of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*\*?\/?(\*\*)? ?/, '').replace(/\s*\*\/$/, ''));
    const first = lineOf(text, comment.index);
    for (let i = 0; i < lines.length; i++) {
      if (!lines[i]?.startsWith('@example')) continue;
      let end = i + 1;
      while (end < lines.length && !/^@\w/.test(lines[end] ?? '')) end++;
      const code = lines.slice(i + 1, end).filter((line) => !line.startsWith('```'));
      examples.push({ line: first + i + 1, code: code.join('\n') });
    }
  }
  return examples;
}

/** Fenced blocks. Whole programs are ```js blocks that begin with the name of their file: backend.test.ts runs those. */
export function fromMarkdown(text: string): Example[] {
  return [...text.matchAll(/^```(?:ts|typescript)\n([\s\S]*?)^```/gm)].map((match) => ({
    line: lineOf(text, match.index) + 1,
    code: match[1] ?? '',
  }));
}

/** The modules that an example shows: each begins with its name in a comment, `// train.ts`. One without names is one module. */
export function modulesOf({ line, code }: Example): (Example & { readonly name: string })[] {
  const modules = [{ name: 'example', line, code: '' }];
  for (const [i, text] of code.split('\n').entries()) {
    const [, name] = /^\/\/ (\w+)\.ts$/.exec(text) ?? [];
    if (name) modules.push({ name, line: line + i, code: '' });
    const last = modules[modules.length - 1] as { code: string };
    last.code += `${text}\n`;
  }
  return modules.filter(({ code }) => code.trim() !== '');
}

/** Blocks that continue each other, as the one program that they are. */
export function asProgram(blocks: readonly Example[]): Example {
  return { line: blocks[0]?.line ?? 1, code: blocks.map(({ code }) => code).join('\n') };
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** JavaScript of an example, in which `expression; // value` became a call of `check`. */
export function compile(code: string, check = '__check'): string {
  return ts.transpileModule(withChecks(code, check), { compilerOptions }).outputText;
}

function withChecks(code: string, check: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let result = '';
  let from = 0;
  for (const statement of file.statements) {
    const said = ts.isExpressionStatement(statement) ? literalAfter(code, statement.end) : undefined;
    if (!ts.isExpressionStatement(statement) || said === undefined) continue;
    const { expression } = statement;
    result += `${code.slice(from, expression.getStart())}${check}(${expression.getText()}, ${JSON.stringify(said)})`;
    from = expression.end;
  }
  return result + code.slice(from);
}

/** The comment behind a statement, if it is a value and nothing else. */
function literalAfter(code: string, end: number): string | undefined {
  const comment = ts.getTrailingCommentRanges(code, end)?.[0];
  const text = comment && code.slice(comment.pos + 2, comment.end).trim();
  return text !== undefined && parse(text) !== undefined ? text : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll("'", '"'));
  } catch {
    return undefined;
  }
}

/** Compares what came out with what the comment says; numbers may be shortened to 4 decimals. */
export function check(actual: unknown, said: string): void {
  const value: unknown = isTensor(actual) ? actual.tolist() : actual;
  if (!matches(value, parse(said))) throw new Error(`gives ${JSON.stringify(value)}, not ${said}`);
}

function matches(actual: unknown, said: unknown): boolean {
  if (typeof actual === 'number' && typeof said === 'number') return Math.abs(actual - said) < 0.51e-4;
  if (!Array.isArray(actual) || !Array.isArray(said)) return Object.is(actual, said);
  return actual.length === said.length && actual.every((item, i) => matches(item, said[i]));
}
