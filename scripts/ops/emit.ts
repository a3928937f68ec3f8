/** The text of the generated files. */
import type { Names } from './names';
import type { Entry, Plan } from './plan';
import { lineOf } from './lines';
import { type Form, callSignatures, formsOf } from './types';

const HEADER = '// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.\n';
const DOCS = 'https://docs.pytorch.org/docs/2.13/';

const RESERVED = new Set(['var', 'with', 'in', 'default', 'delete', 'new', 'function']);

/** TypeScript names that the signatures may use, as the files in lib/ops/generated/ import them. */
function imports(text: string): string {
  const sources: readonly (readonly [name: string, file: string])[] = [
    ['DType', 'dtype'],
    ['DeviceLike', 'device'],
    ['Generator', 'generator'],
    ['Layout', 'layout'],
    ['MemoryFormat', 'layout'],
    ['Int', 'scalar'],
    ['Scalar', 'scalar'],
    ['Tensor', 'tensor'],
  ];
  const used = sources.filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
  return used.map(([name, file]) => `import type { ${name} } from '../../tensor/${file}';\n`).join('');
}

/** Every name has a page of its own, except those of `torch.special`, which are all on one. */
function pageOf(name: string): string {
  return name.startsWith('torch.special.') ? `special.html#${name}` : `generated/${name}.html`;
}

function documentation(entry: Entry, forms: readonly Form[], indent: string): string {
  const source = entry.page === null ? [] : ['', `@see ${DOCS}${pageOf(entry.page)}`];
  const lines = [...forms.map(({ overload }) => `\`${overload.schema.schema}\``), ...source];
  return `${indent}/**\n${lines.map((line) => `${indent} *${line ? ` ${line}` : ''}\n`).join('')}${indent} */\n`;
}

/** One file of free functions. */
export function functionsFile(entries: readonly Entry[]): string {
  const body = entries.map((entry) => functionText(entry)).join('');
  const reserved = entries.filter(({ name }) => RESERVED.has(name)).map(({ name }) => `$${name} as ${name}`);
  const aliases = reserved.length ? `export { ${reserved.join(', ')} };\n` : '';
  const signatures = body.replace(/\/\*\*.*?\*\//gs, '');
  return `${HEADER}import { asFunction } from '../dispatch/operator';\n${imports(signatures)}\n${body}${aliases}`;
}

function forms({ operator, overloads }: Entry, isMethod: boolean): Form[] {
  return formsOf(overloads, (parameter) => lineOf(operator, parameter), isMethod);
}

function functionText(entry: Entry): string {
  const all = forms(entry, false);
  const signatures = unique(all.flatMap((form) => callSignatures(form, false)));
  const declaration = RESERVED.has(entry.name) ? `const $${entry.name}` : `export const ${entry.name}`;
  const type = `{\n${signatures.map((signature) => `  ${signature};\n`).join('')}}`;
  return `${documentation(entry, all, '')}${declaration}: ${type} = asFunction('${entry.operator}');\n\n`;
}

/** lib/ops/generated/methods.ts: the methods' types, and the list from which they are made. */
export function methodsFile(entries: readonly Entry[]): string {
  const body = entries.map(methodText).join('');
  const list = entries.map(({ name, operator }) => `  ['${name}', '${operator}'],\n`).join('');
  const signatures = body.replace(/\/\*\*.*?\*\//gs, '');
  return (
    `${HEADER}${imports(signatures)}\n` +
    `/** The methods of Tensor that are operators. */\nexport interface TensorMethods {\n${body}}\n\n` +
    `/** @internal */\nexport const TENSOR_METHODS: readonly (readonly [method: string, operator: string])[] = [\n${list}];\n`
  );
}

function methodText(entry: Entry): string {
  const all = forms(entry, true);
  const signatures = unique(all.flatMap((form) => callSignatures(form, true)));
  return documentation(entry, all, '  ') + signatures.map((signature) => `  ${entry.name}${signature};\n`).join('');
}

function unique(signatures: readonly string[]): string[] {
  return [...new Set(signatures)];
}

/** lib/ops/generated/overloads.ts */
export function orderFile({ order, furtherOrder }: Plan): string {
  const table = (name: string, comment: string, rows: Plan['order']): string => {
    const lines = Object.entries(rows).map(([operator, names]) => `  '${operator}': ${JSON.stringify(names)},\n`);
    return `/** ${comment} */\nexport const ${name}: Readonly<Record<string, readonly string[]>> = {\n${lines.join('')}};\n`;
  };
  const shown = 'The overloads that Python shows of an operator, in the order in which it tries them.';
  const further =
    'Those of other operators, without `out` forms, in the order in which they are tried here; if missing: [""].';
  return `${HEADER}\n${table('OVERLOAD_ORDER', shown, order)}\n${table('FURTHER_ORDER', further, furtherOrder)}`;
}

/** lib/ops/generated/names.ts */
export function namesFile(names: Names): string {
  const rows = Object.entries(names).map(([space, modules]) => {
    const inner = Object.entries(modules).map(([module, list]) => `    '${module}': '${list.join(' ')}',\n`);
    return `  '${space}': {${inner.length ? `\n${inner.join('')}  ` : ''}},\n`;
  });
  return (
    `${HEADER.replace('the schemas of libtorch', 'scripts/python-api.json')}\n/** Python's namespaces, and the modules that it says some of their names are of; \`here=there\` where a name differs. */\n` +
    `export const PYTHON_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {\n${rows.join('')}};\n`
  );
}
