/** Schemas as TypeScript text. */
import type { Overload } from '../../lib/ops/dispatch/overload';
import type { Parameter, ParameterKind } from '../../lib/ops/dispatch/parameter';
import { camelCase } from '../../lib/arguments/names';
import type { SchemaArgument } from '../../lib/native/contract';

const TYPES: Readonly<Record<ParameterKind, string>> = {
  Tensor: 'Tensor',
  int: 'Int',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  Scalar: 'Scalar',
  Device: 'DeviceLike',
  Generator: 'Generator',
  ScalarType: 'DType',
  Layout: 'Layout',
  MemoryFormat: 'MemoryFormat',
  Any: 'unknown',
  unsupported: 'never',
};

const RESERVED = new Set(['in', 'default', 'function', 'with', 'var', 'new', 'this', 'enum', 'delete', 'void']);

/** What a parameter takes. */
export function parameterType(parameter: Parameter): string {
  const base = parameter.numbers ? 'Tensor | Scalar' : TYPES[parameter.kind];
  const nullable = parameter.nullable ? ' | null' : '';
  if (!parameter.list) return base + nullable;
  const element = parameter.nullableElements ? `(${base} | null)` : base;
  const single = parameter.size > 0 && parameter.kind !== 'Tensor' ? `${base} | ` : '';
  return `${single}readonly ${element}[]${nullable}`;
}

function identifier(parameter: Parameter): string {
  if (parameter.name === 'self') return 'input';
  return RESERVED.has(parameter.name) ? `${parameter.name}_` : parameter.name;
}

const isOptional = (parameter: Parameter): boolean => parameter.optional || (parameter.nullable && parameter.keyword);

function property(parameter: Parameter): string {
  const isOut = parameter.keyword && parameter.write;
  const name = parameter.name === 'self' ? 'input' : parameter.name;
  return `${name}${isOptional(parameter) && !isOut ? '?' : ''}: ${parameterType(parameter)}`;
}

/** The type of the trailing object when the first `given` positional parameters have been passed; empty if it has no keys. */
function optionKeys({ overload, out, describe }: Form, given: number): { text: string; required: boolean } {
  const keys = [...overload.positional.slice(given), ...keywordsOf(overload)].filter((p) => p.kind !== 'unsupported');
  const texts = keys.map((key) => documented(describe(key.name), property(key)));
  if (out) texts.push(documented(describe('out'), `out${out.required ? '' : '?'}: ${out.type}`));
  if (overload.factory) texts.push(documented(describe('requiresGrad'), 'requiresGrad?: boolean'));
  return {
    text: texts.length ? `{\n${texts.join('')}  }` : '',
    required: out?.required === true || keys.some((key) => !isOptional(key)),
  };
}

/** TypeScript keeps comments in declarations where each stands on a line of its own. */
const documented = (line: string, key: string): string => `    /** ${line} */\n    ${key};\n`;

function keywordsOf({ parameters, out }: Overload): Parameter[] {
  return parameters.filter((parameter, i) => parameter.keyword && !out.includes(i));
}

/** The key `out` of an overload that has one. */
function outType(overload: Overload): string | undefined {
  const outs = overload.out.map((i) => overload.parameters[i] as Parameter).filter((p) => p.kind === 'Tensor');
  if (outs.length === 0) return undefined;
  return outs.length === 1 ? `Tensor${outs[0]?.list ? '[]' : ''}` : `readonly [${outs.map(() => 'Tensor').join(', ')}]`;
}

/** An overload, and the `out` that it takes. */
export interface Form {
  readonly overload: Overload;
  readonly out: { readonly type: string; readonly required: boolean } | undefined;
  /** The line about a parameter. */
  readonly describe: (name: string) => string;
}

/**
 * The forms of an operator, each with signatures of its own. An overload that differs from another in nothing but its
 * `out` makes that an option of the other one. An overload with fewer keywords than another one needs no signatures.
 */
export function formsOf(overloads: readonly Overload[], describe: Form['describe'], isMethod: boolean): Form[] {
  const shapes = new Map(overloads.map((overload) => [overload, shapeOf(overload, isMethod)]));
  const writing = new Set(overloads.filter((overload) => overload.out.length > 0));
  const plain = overloads.filter((overload) => overload.out.length === 0);
  const forms = plain.map((overload): Form => {
    const twin = [...writing].find((one) => shapes.get(one) === shapes.get(overload));
    const type = twin && outType(twin);
    if (!type) return { overload, out: undefined, describe };
    writing.delete(twin);
    return { overload, out: { type, required: false }, describe };
  });
  for (const overload of writing) {
    const type = outType(overload);
    forms.push({ overload, out: type ? { type, required: true } : undefined, describe });
  }
  return forms.filter((form) => !forms.some((other) => other !== form && covers(other, form, isMethod)));
}

/** What a call is to TypeScript, whether it has an `out` or not. */
function shapeOf(overload: Overload, isMethod: boolean): string {
  return `${callOf(overload, isMethod)} ${keywordsOf(overload).map(property).join('; ')} ${overload.factory}`;
}

/** Positional parameters and the result. */
function callOf(overload: Overload, isMethod: boolean): string {
  const result = resultType(overload, isMethod).replace(/\w+: /g, '');
  return `(${overload.positional.map(property).join('; ')}): ${result}`;
}

/** Whether each call of the second form is one of the first, which has more keywords. */
function covers(first: Form, second: Form, isMethod: boolean): boolean {
  const [many, few] = [keywordsOf(first.overload), keywordsOf(second.overload)];
  const known = new Set(few.map(property));
  return (
    many.length > few.length &&
    many.every((key) => known.delete(property(key)) || isOptional(key)) &&
    known.size === 0 &&
    callOf(first.overload, isMethod) === callOf(second.overload, isMethod) &&
    (first.overload.factory || !second.overload.factory) &&
    takesOut(first.out, second.out)
  );
}

function takesOut(first: Form['out'], second: Form['out']): boolean {
  return second ? first?.type === second.type && (second.required || !first.required) : !first?.required;
}

/** An int list that may be written as several numbers: `view(2, 3)`. */
function isVariadic({ positional }: Overload, self: number): boolean {
  const last = positional.at(-1);
  return positional.length === self + 1 && last?.kind === 'int' && last.list && !last.nullable;
}

/**
 * The call signatures of one form. `self` is 1 for a method, whose first parameter is `this`. A trailing object may
 * follow any number of positional arguments.
 */
export function callSignatures(form: Form, isMethod: boolean): string[] {
  const { overload } = form;
  const self = isMethod ? 1 : 0;
  const result = resultType(overload, isMethod);
  const shown = overload.positional.slice(self).filter((p) => p.kind !== 'unsupported');
  const signatures = [positionalSignature(form, shown)];
  const firstTensor = overload.positional.findIndex((p) => p.kind === 'Tensor') + 1;
  for (let given = Math.max(self, firstTensor); given < overload.positional.length; given++) {
    const before = overload.positional.slice(self, given).map((p) => `${identifier(p)}: ${parameterType(p)}`);
    const { text } = optionKeys(form, given);
    signatures.push([...before, `options: ${text}`].join(', '));
  }
  if (isVariadic(overload, self)) {
    const name = identifier(overload.positional[self] as Parameter);
    const { text, required } = optionKeys(form, self + 1);
    if (!required) signatures.push(`...${name}: readonly Int[]`);
    if (text) signatures.push(`...args: readonly [...${name}: Int[], options: ${text}]`);
  }
  return [...new Set(signatures)].map((signature) => `(${signature}): ${result}`);
}

function positionalSignature(form: Form, shown: readonly Parameter[]): string {
  const { text, required } = optionKeys(form, form.overload.positional.length);
  const firstOptional = shown.findLastIndex((p) => !p.optional) + 1;
  const parameters = shown.map((p, i) => {
    const mayBeLeftOut = i >= firstOptional && !(text && required);
    return `${identifier(p)}${mayBeLeftOut ? '?' : ''}: ${parameterType(p)}${p.optional && !mayBeLeftOut ? ' | undefined' : ''}`;
  });
  if (text) parameters.push(`options${required ? '' : '?'}: ${text}`);
  return parameters.join(', ');
}

function returnType(argument: SchemaArgument): string {
  const { type } = argument;
  if (type === 'Tensor') return 'Tensor';
  if (type === 'Tensor?') return 'Tensor | null';
  if (type === 'Tensor[]') return 'Tensor[]';
  if (/^(Sym)?(Int|int|Float|float)$/.test(type)) return 'number';
  if (/^(Sym)?(Bool|bool)$/.test(type)) return 'boolean';
  if (type === 'str') return 'string';
  if (type === 'Scalar' || type === 'number') return 'number | bigint | boolean | [number, number]';
  if (type === 'ScalarType') return 'number';
  return 'unknown';
}

function resultType(overload: Overload, isMethod: boolean): string {
  const { returns } = overload.schema;
  if (returns.length === 0) return 'void';
  if (overload.result === 'argument') {
    return isMethod && overload.returned === 0 && !overload.out.length ? 'this' : 'Tensor';
  }
  if (returns.length === 1) return returnType(returns[0] as SchemaArgument);
  const named = returns.every(({ name }) => name !== '');
  return `[${returns.map((r) => (named ? `${camelCase(r.name)}: ${returnType(r)}` : returnType(r))).join(', ')}]`;
}
