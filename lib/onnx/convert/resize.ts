import type { Attributes } from '../onnx-graph';
import type { Call, Converter, Converters } from '../call';

/** Images of another size. */

const LINEAR = (call: Call): Attributes => ({
  mode: 'linear',
  coordinate_transformation_mode: call.flag('align_corners', false) ? 'align_corners' : 'half_pixel',
});
const CUBIC = (call: Call): Attributes => ({ ...LINEAR(call), mode: 'cubic', cubic_coeff_a: { float: -0.75 } });
const NEAREST = (): Attributes => ({
  mode: 'nearest',
  coordinate_transformation_mode: 'asymmetric',
  nearest_mode: 'floor',
});
const EXACT = (): Attributes => ({
  mode: 'nearest',
  coordinate_transformation_mode: 'half_pixel',
  nearest_mode: 'round_prefer_ceil',
});

const resize =
  (attributes: (call: Call) => Attributes): Converter =>
  (call) => {
    const { g } = call;
    const name = call.overload === 'vec' ? 'input' : 'self';
    const x = call.tensor(name);
    const scales = call.floats('scale_factors');
    if (scales !== null) {
      const all = g.constant([1, 1, ...scales], [scales.length + 2], 'float32');
      return g.op('Resize', [x, null, all], attributes(call));
    }
    const sizes = g.concat([g.op('Shape', [x], { start: 0, end: 2 }), call.sizes('output_size')], 0);
    return g.op('Resize', [x, null, null, sizes], attributes(call));
  };

export const resizing: Converters = {
  ...Object.fromEntries(
    [1, 2, 3].flatMap((axes): [string, Converter][] => [
      [`aten.upsample_nearest${axes}d`, resize(NEAREST)],
      [`aten._upsample_nearest_exact${axes}d`, resize(EXACT)],
    ]),
  ),
  'aten.upsample_linear1d': resize(LINEAR),
  'aten.upsample_bilinear2d': resize(LINEAR),
  'aten.upsample_trilinear3d': resize(LINEAR),
  'aten.upsample_bicubic2d': resize(CUBIC),
};
