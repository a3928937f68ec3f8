import * as torch from '../../../lib/index';
import type { Index, Tensor } from '../../../lib/index';
import { bitDifference, runPython } from '../../support/python';
import { Random } from '../../support/random';

const SCRIPT = `
output = []
for case in input:
    x = case["x"].clone()
    try:
        index = eval("slicer[" + case["index"] + "]", {"slicer": type("S", (), {"__getitem__": lambda s, i: i})(), "torch": torch, **case["tensors"]})
        if case["value"] is None:
            output.append(x[index])
        else:
            x[index] = case["value"]
            output.append(x)
    except (IndexError, RuntimeError, TypeError, ValueError) as error:
        output.append(type(error).__name__)
`;

interface Case {
  readonly x: Tensor;
  /** As Python writes it, and as it is passed here. */
  readonly index: string;
  readonly indices: Index[];
  readonly tensors: Record<string, Tensor>;
  readonly value: Tensor | number | null;
}

const random = new Random(7);

const maybe = (value: number): number | '' => (random.next() < 0.4 ? '' : value);

function sliceText(): string {
  const step = random.next() < 0.3 ? `:${random.int(1, 3)}` : '';
  return `${maybe(random.int(-5, 5))}:${maybe(random.int(-5, 5))}${step}`;
}

/** One index: [Python's text, ours]; index tensors are put into `tensors`. */
function oneIndex(extent: number, tensors: Record<string, Tensor>): [string, Index] {
  const kind = random.int(0, 9);
  const wrong = random.next() < 0.03 ? 9 : 0;
  if (kind <= 2) {
    const text = sliceText();
    return [text, text];
  }
  if (kind <= 4) {
    const at = random.int(-extent, extent - 1) + wrong;
    return [String(at), at];
  }
  if (kind === 5) return ['None', null];
  if (kind === 6) return ['...', '...'];
  if (kind === 7) {
    const list = random.list(2, () => random.int(-extent, extent - 1) + wrong);
    return [`[${list.join(', ')}]`, list];
  }
  const name = `t${Object.keys(tensors).length}`;
  const dtype = random.pick([torch.int64, torch.int32, torch.bool]);
  tensors[name] =
    dtype === torch.bool
      ? torch.tensor(random.list(extent, () => random.next() < 0.5))
      : torch.tensor(
          random.list(2, () => random.int(0, extent - 1) + wrong),
          { dtype },
        );
  return [name, tensors[name]];
}

function randomCase(): Case {
  const shape = random.list(random.int(0, 4), () => random.int(1, 4));
  const tensors: Record<string, Tensor> = {};
  const pairs = random.list(random.int(1, Math.max(1, shape.length)), (i) => oneIndex(shape[i] ?? 1, tensors));
  const text = pairs.map(([python]) => python).join(', ');
  const x = torch.arange(shape.reduce((a, b) => a * b, 1)).view(shape);
  const value = random.pick([null, null, 7, torch.tensor(-1), torch.tensor([5])]);
  return {
    x,
    index: pairs.length === 1 ? `(${text},)`.replace(/^\((.*),\)$/, '$1') : text,
    indices: pairs.map(([, own]) => own),
    tensors,
    value,
  };
}

function here({ x, indices, value }: Case): Tensor | string {
  try {
    return value === null ? x.index(...indices) : x.clone().setItem(indices, value);
  } catch (error) {
    if (error instanceof torch.TorchIndexError) return 'IndexError';
    return error instanceof torch.TorchError ? 'RuntimeError' : (error as Error).name;
  }
}

function difference(it: Case, wanted: Tensor | string): string | null {
  const got = here(it);
  if (typeof got === 'string' || typeof wanted === 'string') return got === wanted ? null : `${got}, Python ${wanted}`;
  return bitDifference(got, wanted);
}

test('hundreds of indices read and write what Python reads and writes, errors too', () => {
  const cases = random.list(600, randomCase);
  const wanted = runPython<(Tensor | string)[]>(
    SCRIPT,
    cases.map(({ indices: _, ...rest }) => rest),
  );
  const differences = cases.flatMap((it, i) => {
    const text = difference(it, wanted[i]!);
    return text === null
      ? []
      : [`x[${it.index}]${it.value === null ? '' : ' = ...'} of [${it.x.shape.join(', ')}]: ${text}`];
  });
  expect(differences.slice(0, 10)).toEqual([]);
  // The cases are worth something: most of them succeed, some fail.
  const failed = wanted.filter((it) => typeof it === 'string').length;
  expect(failed).toBeGreaterThan(20);
  expect(failed).toBeLessThan(300);
});
