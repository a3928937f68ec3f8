/** One comparison of models with transformers: weights, text, outputs, gradients and a step. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { bitDifference, runPython } from '../../support/python';
import { type Case, PYTHON, inputsOf, make, pythonNames } from './cases';

const SCRIPT = `${PYTHON}
def digest(tensors):
    return [t.detach().double().sum().item() for t in tensors]

output = {}
for case in input["cases"]:
    model = make(case)
    state = model.state_dict()
    seen = {"text": str(model), "keys": list(state), "shapes": [list(t.shape) for t in state.values()], "weights": digest(state.values())}
    def outputs(**more):
        out = model(**case["inputs"], output_hidden_states=True, **more)
        main = out.logits if "logits" in out else out.last_hidden_state
        states = out.get("hidden_states") or out.get("decoder_hidden_states") or ()
        return [main, *([out.loss] if out.get("loss") is not None else []), *([out.pooler_output] if out.get("pooler_output") is not None else []), *states]
    model.eval()
    with torch.no_grad():
        seen["evaluated"] = outputs()
    model.train()
    torch.manual_seed(3)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    # With a cache keys are copied, and other kernels run.
    main, *rest = outputs(**({"use_cache": False} if case["caches"] else {}))
    loss = rest[0] if "labels" in case["inputs"] else (main * main).mean()
    seen["trained"] = [main, loss]
    loss.backward()
    seen["gradients"] = [p.grad for p in model.parameters() if p.grad is not None]
    optimizer.step()
    seen["after"] = [p for p in model.parameters()]
    output[case["name"]] = seen
`;

/** What is seen of a model. */
export interface Seen {
  readonly text: string;
  readonly keys: readonly string[];
  readonly shapes: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly evaluated: readonly Tensor[];
  readonly trained: readonly Tensor[];
  readonly gradients: readonly Tensor[];
  readonly after: readonly Tensor[];
}

const digest = (tensors: Iterable<Tensor>): number[] =>
  Array.from(tensors, (tensor) => tensor.detach().to(torch.float64).sum().item<number>());

function outputsOf(out: Readonly<Record<string, unknown>>): [Tensor, ...Tensor[]] {
  const { logits, lastHiddenState, loss, poolerOutput, hiddenStates } = out as Record<
    string,
    Tensor | null | undefined
  >;
  const states = (hiddenStates ?? []) as unknown as Tensor[];
  return [logits ?? lastHiddenState, ...(loss ? [loss] : []), ...(poolerOutput ? [poolerOutput] : []), ...states] as [
    Tensor,
  ];
}

export function observe(one: Case): Seen {
  const inputs = inputsOf(one);
  const model = make(one);
  const state = model.stateDict();
  const before = {
    text: String(model),
    keys: Object.keys(state),
    shapes: Object.values(state).map(({ shape }) => [...shape]),
    weights: digest(Object.values(state)),
  };
  model.eval();
  const evaluated = torch.noGrad(() => outputsOf(model.forward({ ...inputs, outputHiddenStates: true })));
  model.train();
  torch.manualSeed(3);
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.01 });
  const [main, ...rest] = outputsOf(model.forward({ ...inputs, outputHiddenStates: true }));
  const loss = inputs['labels'] ? (rest[0] as Tensor) : main.mul(main).mean();
  loss.backward();
  const gradients = model.parameters().flatMap(({ grad }) => (grad ? [grad.clone()] : []));
  optimizer.step();
  return { ...before, evaluated, trained: [main, loss], gradients, after: model.parameters() };
}

/** What Python sees of each case, in one process. */
export function pythons(cases: readonly Case[]): Readonly<Record<string, Seen>> {
  const given = cases.map((one) => ({ ...one, inputs: pythonNames(inputsOf(one)), caches: !/Bert/i.test(one.model) }));
  return runPython(SCRIPT, { cases: given });
}

const differences = (ours: readonly Tensor[], theirs: readonly Tensor[]): (string | null)[] =>
  ours.map((tensor, i) => (theirs[i] ? bitDifference(tensor, theirs[i]) : 'there is none in Python'));

/** Fails where anything differs. */
export function expectEqual(ours: Seen, theirs: Seen): void {
  expect(ours.text).toBe(theirs.text);
  expect(ours.keys).toEqual(theirs.keys);
  expect(ours.shapes).toEqual(theirs.shapes);
  expect(ours.weights).toEqual(theirs.weights);
  for (const what of ['evaluated', 'trained', 'gradients', 'after'] as const) {
    expect([what, ours[what].length]).toEqual([what, theirs[what].length]);
    expect([what, ...differences(ours[what], theirs[what])]).toEqual([what, ...ours[what].map(() => null)]);
  }
}
