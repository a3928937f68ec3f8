import type { Call, Converter, Converters } from '../call';

/** Tensors that are made of numbers. */

/** A number in all places; its shape may depend on sizes. */
function filled(call: Call, value: string, shape: string): string {
  return call.g.op('Expand', [value, shape]);
}

const constant =
  (value: number): Converter =>
  (call) =>
    filled(call, call.g.scalar(value, call.result().dtype), call.sizes('size'));

const constantLike =
  (value: number): Converter =>
  (call) =>
    filled(call, call.g.scalar(value, call.result().dtype), call.g.shape(call.tensor('self')));

function full(call: Call): string {
  return filled(call, call.as('fill_value', call.result().dtype), call.sizes('size'));
}

function fullLike(call: Call): string {
  const value = call.has('fill_value') ? 'fill_value' : 'value';
  return filled(call, call.as(value, call.result().dtype), call.g.shape(call.tensor('self')));
}

function arange(call: Call): string {
  const { dtype } = call.result();
  const number = (name: string, standard: number): string =>
    call.has(name) ? call.as(name, dtype) : call.g.scalar(standard, dtype);
  return call.g.op('Range', [number('start', 0), number('end', 0), number('step', 1)]);
}

function eye(call: Call): string {
  const { dtype } = call.result();
  const [n, m] = [call.size('n'), call.size(call.has('m') ? 'm' : 'n')];
  const zeros = filled(call, call.g.scalar(0, 'float32'), call.g.concat([n, m], 0));
  const made = call.g.op('EyeLike', [zeros]);
  return dtype === 'float32' ? made : call.g.cast(made, dtype);
}

function linspace(call: Call): string {
  const [start, end, steps] = [call.number('start'), call.number('end'), call.number('steps')];
  const at = (i: number): number => (steps === 1 ? start : start + ((end - start) * i) / (steps - 1));
  return call.g.constant(
    Array.from({ length: steps }, (_, i) => at(i)),
    [steps],
    call.result().dtype,
  );
}

const scalar: Converter = (call) => call.as('s', call.result().dtype);

/** What is written into another tensor, in its shape. */
function copied(call: Call): string {
  const { dtype } = call.meta('self');
  return call.g.op('Expand', [call.as('src', dtype), call.g.shape(call.tensor('self'))]);
}

export const creation: Converters = {
  'aten.zeros': constant(0),
  'aten.new_zeros': constant(0),
  'aten.ones': constant(1),
  'aten.new_ones': constant(1),
  'aten.empty': constant(0),
  'aten.new_empty': constant(0),
  'aten.zeros_like': constantLike(0),
  'aten.ones_like': constantLike(1),
  'aten.empty_like': constantLike(0),
  'aten.zero': constantLike(0),
  'aten.full': full,
  'aten.new_full': full,
  'aten.full_like': fullLike,
  'aten.fill': fullLike,
  'aten.arange': arange,
  'aten.eye': eye,
  'aten.linspace': linspace,
  'aten.scalar_tensor': scalar,
  'aten.copy': copied,
};
