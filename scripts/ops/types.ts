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

/** The keys of the trailing object when the first `given` positional parameters have been passed. */
function optionKeys(overload: Overload, given: number): { text: string; required: boolean } {
  const positional = overload.positional.slice(given);
  const keywords = overload.parameters.filter(
    (p) => p.keyword && !overload.out.includes(overload.parameters.indexOf(p)),
  );
  const outs = overload.out.map((i) => overload.parameters[i] as Parameter).filter((p) => p.kind === 'Tensor');
  const keys = [...positional, ...keywords].filter((p) => p.kind !== 'unsupported');
  const texts = keys.map(property);
  if (outs.length === 1) texts.push(`out: Tensor${outs[0]?.list ? '[]' : ''}`);
  if (outs.length > 1) texts.push(`out: readonly [${outs.map(() => 'Tensor').join(', ')}]`);
  if (overload.factory) texts.push('requiresGrad?: boolean');
  return { text: texts.join('; '), required: outs.length > 0 || keys.some((parameter) => !isOptional(parameter)) };
}

/** An int list that may be written as several numbers: `view(2, 3)`. */
function isVariadic({ positional }: Overload, self: number): boolean {
  const last = positional.at(-1);
  return positional.length === self + 1 && last?.kind === 'int' && last.list && !last.nullable;
}

/**
 * The call signatures of one overload, without the result. `self` is 1 for a method, whose first parameter is `this`.
 * A trailing object may follow any number of positional arguments.
 */
export function callSignatures(overload: Overload, isMethod: boolean): string[] {
  const self = isMethod ? 1 : 0;
  const result = resultType(overload, isMethod);
  const shown = overload.positional.slice(self).filter((p) => p.kind !== 'unsupported');
  const signatures = [positionalSignature(overload, shown)];
  const firstTensor = overload.positional.findIndex((p) => p.kind === 'Tensor') + 1;
  for (let given = Math.max(self, firstTensor); given < overload.positional.length; given++) {
    const before = overload.positional.slice(self, given).map((p) => `${identifier(p)}: ${parameterType(p)}`);
    const { text } = optionKeys(overload, given);
    signatures.push([...before, `options: { ${text} }`].join(', '));
  }
  if (isVariadic(overload, self)) {
    const name = identifier(overload.positional[self] as Parameter);
    const { text, required } = optionKeys(overload, self + 1);
    if (!required) signatures.push(`...${name}: readonly Int[]`);
    if (text) signatures.push(`...args: readonly [...${name}: Int[], options: { ${text} }]`);
  }
  return [...new Set(signatures)].map((signature) => `(${signature}): ${result}`);
}

function positionalSignature(overload: Overload, shown: readonly Parameter[]): string {
  const { text, required } = optionKeys(overload, overload.positional.length);
  const firstOptional = shown.findLastIndex((p) => !p.optional) + 1;
  const parameters = shown.map((p, i) => {
    const mayBeLeftOut = i >= firstOptional && !(text && required);
    return `${identifier(p)}${mayBeLeftOut ? '?' : ''}: ${parameterType(p)}${p.optional && !mayBeLeftOut ? ' | undefined' : ''}`;
  });
  if (text) parameters.push(`options${required ? '' : '?'}: { ${text} }`);
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
