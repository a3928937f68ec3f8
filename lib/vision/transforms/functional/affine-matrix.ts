/** Matrices of affine transforms, in double precision. */
import * as torch from '../../../index';

export interface AffineParts {
  /** What stays where it is. */
  readonly center: readonly [x: number, y: number];
  /** Degrees. */
  readonly angle: number;
  /** Pixels. */
  readonly translate: readonly [x: number, y: number];
  readonly scale: number;
  /** Degrees. */
  readonly shear: readonly [x: number, y: number];
}

type Six = [number, number, number, number, number, number];

const radians = (degrees: number): number => degrees * (Math.PI / 180);

/** Rotation and shear without the scale, whose determinant is 1. */
function turnAndShear({ angle, shear }: AffineParts): [a: number, b: number, c: number, d: number] {
  const [turn, shearX, shearY] = [radians(angle), radians(shear[0]), radians(shear[1])];
  const a = Math.cos(turn - shearY) / Math.cos(shearY);
  const b = -(a * Math.tan(shearX) + Math.sin(turn));
  const c = Math.sin(turn - shearY) / Math.cos(shearY);
  const d = Math.cos(turn) - c * Math.tan(shearX);
  return [a, b, c, d];
}

/** From a place in the result to the place in the picture. */
export function inverseAffineMatrix(parts: AffineParts): Six {
  const { center, translate, scale } = parts;
  const [a, b, c, d] = turnAndShear(parts);
  const matrix: Six = [d / scale, -b / scale, 0, -c / scale, a / scale, 0];
  const [x, y] = [center[0] + translate[0], center[1] + translate[1]];
  matrix[2] += center[0] - matrix[0] * x - matrix[1] * y;
  matrix[5] += center[1] - matrix[3] * x - matrix[4] * y;
  return matrix;
}

/** From a place in the picture to the place in the result. */
export function affineMatrix(parts: AffineParts): Six {
  const { center, translate, scale } = parts;
  const [a, b, c, d] = turnAndShear(parts);
  const matrix: Six = [a * scale, b * scale, 0, c * scale, d * scale, 0];
  matrix[2] += center[0] + translate[0] - matrix[0] * center[0] - matrix[1] * center[1];
  matrix[5] += center[1] + translate[1] - matrix[3] * center[0] - matrix[4] * center[1];
  return matrix;
}

/** Height and width that a whole transformed picture needs, rounded as torchvision rounds. */
export function outputSize(matrix: readonly number[], [height, width]: readonly [number, number]): [number, number] {
  const [halfWidth, halfHeight] = [0.5 * width, 0.5 * height];
  const corners = torch.tensor(
    [
      [-halfWidth, -halfHeight, 1],
      [-halfWidth, halfHeight, 1],
      [halfWidth, halfHeight, 1],
      [halfWidth, -halfHeight, 1],
    ],
    { dtype: torch.float32 },
  );
  const theta = torch.tensor([...matrix], { dtype: torch.float32 }).view([2, 3]);
  const [least, most] = corners.matmul(theta.T).aminmax({ dim: 0 });
  const halves = torch.tensor([halfWidth, halfHeight], { dtype: torch.float32 });
  const tolerance = 1e-4;
  const rounded = (values: torch.Tensor): torch.Tensor =>
    values
      .add(halves)
      .mul_(1 / tolerance)
      .trunc_()
      .mul_(tolerance);
  const [w, h] = rounded(most).ceil_().sub_(rounded(least).floor_()).tolist<[number, number]>();
  return [Math.trunc(h), Math.trunc(w)];
}
