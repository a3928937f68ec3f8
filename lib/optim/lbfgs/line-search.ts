import type { Tensor } from '../../tensor/tensor';
import {
  type Scalar,
  absolute,
  add,
  atMost,
  divide,
  larger,
  less,
  multiply,
  smaller,
  squareRoot,
  subtract,
} from './scalar';

/** The loss and its flat gradient after a step of length `t`. */
export type Objective = (t: Scalar) => { readonly loss: number; readonly grad: Tensor };

/** A step on the line: its length, the loss, the gradient, and the slope along the line. */
interface Point {
  readonly t: Scalar;
  readonly loss: number;
  readonly grad: Tensor;
  readonly slope: Tensor;
}

export interface Found {
  readonly loss: number;
  readonly grad: Tensor;
  readonly t: Scalar;
  readonly evaluations: number;
}

const C1 = 1e-4;
const C2 = 0.9;
const TOLERANCE = 1e-9;

/** The place within bounds where the cubic through two points with these slopes has its minimum. */
function interpolate(a: Point, b: Point, bounds?: readonly [Scalar, Scalar]): Scalar {
  const ordered = atMost(a.t, b.t);
  const [low, high] = bounds ?? (ordered ? [a.t, b.t] : [b.t, a.t]);
  const rise = divide(3 * (a.loss - b.loss), subtract(a.t, b.t));
  const d1 = a.slope.add(b.slope).sub(rise);
  const square = d1.pow(2).sub(a.slope.mul(b.slope));
  if (less(square, 0)) return divide(add(low, high), 2);
  const d2 = squareRoot(square);
  const [near, far] = ordered ? [a, b] : [b, a];
  const part = divide(subtract(add(far.slope, d2), d1), add(subtract(far.slope, near.slope), multiply(2, d2)));
  const least = subtract(far.t, multiply(subtract(far.t, near.t), part));
  return smaller(larger(least, low), high);
}

/** A search for a step that satisfies the strong Wolfe conditions. */
class Search {
  evaluations = 0;
  #iterations = 0;

  constructor(
    readonly objective: Objective,
    readonly direction: Tensor,
    readonly start: Point,
    readonly most: number,
  ) {}

  #at(t: Scalar): Point {
    const { loss, grad } = this.objective(t);
    this.evaluations++;
    return { t, loss, grad, slope: grad.dot(this.direction) };
  }

  #tooHigh(point: Point): boolean {
    return less(add(this.start.loss, multiply(multiply(C1, point.t), this.start.slope)), point.loss);
  }

  #flatEnough(point: Point): boolean {
    return atMost(absolute(point.slope), multiply(-C2, this.start.slope));
  }

  run(t: Scalar): Point {
    const bracket = this.#bracket(t);
    return bracket.length === 1 ? (bracket[0] as Point) : this.#zoom(bracket as [Point, Point]);
  }

  /** A point that satisfies the conditions, or two around one. */
  #bracket(t: Scalar): Point[] {
    let former = this.start;
    let point = this.#at(t);
    while (this.#iterations < this.most) {
      const notLower = this.#iterations > 1 && point.loss >= former.loss;
      if (this.#tooHigh(point) || notLower) return [former, own(point)];
      if (this.#flatEnough(point)) return [point];
      if (!less(point.slope, 0)) return [former, own(point)];
      const least = add(point.t, multiply(0.01, subtract(point.t, former.t)));
      const next = interpolate(former, point, [least, multiply(point.t, 10)]);
      former = own(point);
      point = this.#at(next);
      this.#iterations++;
    }
    return [{ ...this.start, t: 0 }, point];
  }

  #zoom(bracket: [Point, Point]): Point {
    const size = this.direction.abs().max();
    let stalled = false;
    let [low, high] = order(bracket);
    while (this.#iterations < this.most) {
      const width = absolute(subtract(bracket[1].t, bracket[0].t));
      if (less(multiply(width, size), TOLERANCE)) break;
      const [t, stalls] = awayFromEnds(interpolate(bracket[0], bracket[1]), bracket, stalled);
      stalled = stalls;
      const point = this.#at(t);
      this.#iterations++;
      if (this.#tooHigh(point) || point.loss >= bracket[low].loss) {
        bracket[high] = own(point);
        [low, high] = order(bracket);
        continue;
      }
      const done = this.#flatEnough(point);
      const turn = multiply(point.slope, subtract(bracket[high].t, bracket[low].t));
      if (!done && !less(turn, 0)) bracket[high] = bracket[low];
      bracket[low] = own(point);
      if (done) break;
    }
    return bracket[low];
  }
}

/** The gradient may be overwritten by the next evaluation. */
function own(point: Point): Point {
  return { ...point, grad: point.grad.clone() };
}

type Ends = [low: 0 | 1, high: 0 | 1];

function order(bracket: readonly [Point, Point]): Ends {
  return bracket[0].loss <= bracket[1].loss ? [0, 1] : [1, 0];
}

/** Moves a trial away from an end of the bracket when it made too little progress before. */
function awayFromEnds(t: Scalar, bracket: readonly [Point, Point], stalled: boolean): [t: Scalar, stalled: boolean] {
  const most = larger(bracket[0].t, bracket[1].t);
  const least = smaller(bracket[0].t, bracket[1].t);
  const margin = multiply(0.1, subtract(most, least));
  if (!less(smaller(subtract(most, t), subtract(t, least)), margin)) return [t, false];
  if (!stalled && less(t, most) && less(least, t)) return [t, true];
  const nearTop = less(absolute(subtract(t, most)), absolute(subtract(t, least)));
  return [nearTop ? subtract(most, margin) : add(least, margin), false];
}

/** A step along `direction` that satisfies the strong Wolfe conditions, as Python's `_strong_wolfe`. */
export function strongWolfe(
  objective: Objective,
  t: Scalar,
  direction: Tensor,
  loss: number,
  grad: Tensor,
  slope: Tensor,
  most: number,
): Found {
  const search = new Search(objective, direction, { t: 0, loss, grad: grad.clone(), slope }, most);
  const point = search.run(t);
  return { loss: point.loss, grad: point.grad, t: point.t, evaluations: search.evaluations };
}
