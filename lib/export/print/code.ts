import { findTarget } from '../plan/targets';
import { nameOf } from '../plan/compile';
import type { Argument, Graph, Node } from '../schema/graph';
import { Names } from './python-names';
import { annotation, argumentText, valuesIn } from './argument-text';

/** One line of the code that Python prints of a graph. */
interface Line {
  /** The value that it makes; empty for none. */
  readonly name: string;
  readonly annotation: string;
  readonly code: (name: (value: string) => string) => string;
  readonly reads: readonly string[];
  readonly comment: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  ...{ eq: '{} == {}', ne: '{} != {}', lt: '{} < {}', gt: '{} > {}', le: '{} <= {}', ge: '{} >= {}', pos: '+{}' },
  ...{ neg: '-{}', invert: '~{}', add: '{} + {}', sub: '{} - {}', mul: '{} * {}', floordiv: '{} // {}' },
  ...{ truediv: '{} / {}', mod: '{} % {}', pow: '{} ** {}', lshift: '{} << {}', rshift: '{} >> {}' },
  ...{ and_: '{} & {}', or_: '{} | {}', xor: '{} ^ {}', getitem: '{}[{}]', matmul: '{} @ {}' },
};

/** The code of a graph's `forward`, as torch.fx writes it. */
export function forwardCode(graph: Graph, constants: readonly (string | undefined)[]): string {
  const names = new Names();
  const name = (value: string): string => names.of(value);
  const body: string[] = [];
  const parameters = graph.inputs.map((input, i) => {
    const raw = nameOf(input) ?? constants[i] ?? `arg${i}`;
    const shown = name(raw);
    if (shown !== raw) body.push(`${shown} = ${raw}`);
    return `${raw}${annotation(graph, input)}`;
  });
  const lines = graph.nodes.flatMap((node) => linesOf(graph, node));
  const last = lastReaders(lines, graph.outputs);
  let before = '';
  lines.forEach((line, i) => {
    if (line.comment !== before) body.push('', `# ${line.comment}`);
    before = line.comment;
    const made = name(line.name);
    const code = `${made}${line.annotation} = ${line.code(name)}`;
    const dead = last[i] as string[];
    body.push(dead.length ? `${code};  ${dead.map(name).join(' = ')} = None` : code);
  });
  body.push(`return ${resultText(graph, name)}`, '');
  while (body[0] === '') body.shift();
  const code = body.map((line) => `    ${line}`).join('\n');
  return `def forward(${['self', ...parameters].join(', ')}):\n${code}`;
}

function resultText({ outputs, isSingleTensorReturn }: Graph, name: (value: string) => string): string {
  const texts = outputs.map((output) => argumentText(output, name));
  if (isSingleTensorReturn && texts.length === 1) return texts[0] as string;
  return `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`;
}

/** For each line the values that no later one reads, in the order in which torch.fx names them. */
function lastReaders(lines: readonly Line[], outputs: readonly Argument[]): string[][] {
  const seen = new Set(outputs.flatMap(valuesIn));
  const read = new Set(seen);
  const dead: string[][] = lines.map(() => []);
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    for (const value of line.reads) {
      if (!seen.has(value)) dead[i]?.push(value);
      seen.add(value);
      read.add(value);
    }
    if (!read.has(line.name)) dead[i]?.push(line.name);
  }
  return dead;
}

/** The lines of a node: its graphs, the call, and its results one by one. */
function linesOf(graph: Graph, node: Node): Line[] {
  const comment = commentOf(node);
  const graphs = node.inputs.flatMap(({ arg }): Line[] => {
    if (arg.type !== 'as_graph') return [];
    const { name } = arg.value;
    return [{ name, annotation: '', code: () => `self.${name}`, reads: [], comment }];
  });
  const results = resultsOf(node);
  const [single] = node.outputs;
  const plain = results === null && single && single.type !== 'as_none';
  const call: Line = {
    name: plain ? (nameOf(single) ?? '') : (node.name ?? `${shortName(node.target)}_${comment.length}`),
    annotation: plain ? annotation(graph, single) : '',
    code: (name) => callText(node, name),
    reads: [...new Set(node.inputs.flatMap(({ arg }) => valuesIn(arg)))],
    comment,
  };
  const items = (results ?? []).map(
    (result, i): Line => ({
      name: nameOf(result) ?? 'as_none',
      annotation: annotation(graph, result),
      code: (name) => `${name(call.name)}[${i}]`,
      reads: [call.name],
      comment,
    }),
  );
  return [...graphs, call, ...items];
}

/** The results that are taken out one by one; null where the call gives its only result itself. */
function resultsOf({ target, outputs, isHopSingleTensorReturn }: Node): readonly Argument[] | null {
  const [only] = outputs;
  if (outputs.length > 1) return outputs;
  if (only?.type === 'as_tensors') return only.value.map((value) => ({ type: 'as_tensor', value }));
  const wrapped = target.startsWith('torch.ops.higher_order') && isHopSingleTensorReturn === false;
  return wrapped && only && only.type !== 'as_none' ? outputs : null;
}

const shortName = (target: string): string => target.split('.').at(-2) ?? target;

function callText(node: Node, name: (value: string) => string): string {
  const [, operator = ''] = /^_operator\.(\w+)$/.exec(node.target) ?? [];
  const form = OPERATORS[operator];
  if (form) return node.inputs.reduce((text, { arg }) => text.replace('{}', () => argumentText(arg, name)), form);
  const ordered = inSchemaOrder(node);
  const texts = ordered.map(({ arg, keyword }) => `${keyword ? `${keyword} = ` : ''}${argumentText(arg, name)}`);
  return `${node.target}(${texts.join(', ')})`;
}

/** As torch reads them: in the schema's order, those with names behind the others. */
function inSchemaOrder(node: Node): { readonly arg: Argument; readonly keyword: string | null }[] {
  const target = findTarget(node.target);
  if (typeof target === 'string' || target.kind !== 'operator') {
    return node.inputs.map(({ arg, name, kind }) => ({ arg, keyword: kind === 2 && name !== '' ? name : null }));
  }
  const given = new Map(node.inputs.map((input) => [input.name, input]));
  const all = target.overload.schema.arguments.flatMap(({ name, optional, keyword }) => {
    const input = given.get(name);
    if (!input) return [];
    const byName = input.kind === 2 || (input.kind !== 1 && (optional || keyword));
    return [{ arg: input.arg, keyword: byName ? name : null }];
  });
  return [...all.filter(({ keyword }) => keyword === null), ...all.filter(({ keyword }) => keyword !== null)];
}

/** Where a node stood in the model. */
function commentOf({ metadata }: Node): string {
  const lines = (metadata.get('stack_trace') ?? '').trim().split('\n');
  for (let i = lines.length - 2; i >= 0; i--) {
    const [, file, line, name] = /^File "(.+)", line (\d+), in (.+)$/.exec((lines[i] as string).trim()) ?? [];
    if (file === undefined) continue;
    return ` File: ${file}:${line} in ${name}, code: ${(lines[i + 1] as string).trim()}`.trim();
  }
  return 'No stacktrace found for following nodes';
}
