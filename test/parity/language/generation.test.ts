/** Generation beside transformers: equal tokens for greedy search, sampling with one seed, and beam search. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import type { GenerateOptions, Generative } from '../../../lib/language/index';
import { runPython } from '../../support/python';
import { DECODERS, PYTHON, TRANSLATORS, make, pythonNames } from './cases';

const PROMPTS = [[5, 9, 2, 17, 30]];
const UNEQUAL = [
  [0, 0, 5, 9, 2],
  [3, 8, 41, 6, 12],
];

interface Run {
  readonly name: string;
  /** The name of a case of models. */
  readonly model: string;
  readonly prompts?: readonly (readonly number[])[];
  readonly options?: GenerateOptions;
}

const SAMPLE: GenerateOptions = { doSample: true, maxNewTokens: 12 };
const RUNS: readonly Run[] = [
  ...[
    'GPT-2',
    'Llama',
    'Llama with yarn positions',
    'Llama with dynamic positions',
    'Mistral',
    'Qwen2',
    'Qwen3',
    'T5',
    'T5 1.1',
  ].map((model) => ({ name: `greedy ${model}`, model, options: { maxNewTokens: 14 } })),
  { name: 'by default', model: 'Llama' },
  { name: 'up to a length', model: 'Llama', options: { maxLength: 9 } },
  { name: 'without a cache', model: 'Llama', options: { maxNewTokens: 6, useCache: false } },
  { name: 'without a cache, windowed', model: 'Mistral', options: { maxNewTokens: 8, useCache: false } },
  {
    name: 'unequal prompts',
    model: 'Llama with biases',
    prompts: UNEQUAL,
    options: { maxNewTokens: 8, padTokenId: 0 },
  },
  { name: 'unequal prompts of GPT-2', model: 'GPT-2', prompts: UNEQUAL, options: { maxNewTokens: 8, padTokenId: 0 } },
  {
    name: 'unequal prompts, windowed',
    model: 'Mistral',
    prompts: UNEQUAL,
    options: { maxNewTokens: 10, padTokenId: 0 },
  },
  {
    name: 'unequal texts of T5',
    model: 'T5',
    prompts: [
      [7, 8, 9, 1, 0],
      [3, 4, 5, 6, 1],
    ],
    options: { maxNewTokens: 6 },
  },
  {
    name: 'ends',
    model: 'Llama',
    prompts: UNEQUAL,
    options: { maxNewTokens: 20, padTokenId: 0, eosTokenId: [11, 23, 37, 49, 1, 20] },
  },
  {
    name: 'least tokens',
    model: 'Llama',
    options: { maxNewTokens: 12, minNewTokens: 6, eosTokenId: [11, 23, 37, 49, 1, 20, 3, 4] },
  },
  {
    name: 'no repetition',
    model: 'GPT-2',
    options: { maxNewTokens: 14, repetitionPenalty: 1.3, noRepeatNgramSize: 2 },
  },
  { name: 'sampling', model: 'Llama', options: SAMPLE },
  { name: 'sampling, cold', model: 'Llama', options: { ...SAMPLE, temperature: 0.7, topK: 5 } },
  { name: 'sampling, nucleus', model: 'GPT-2', options: { ...SAMPLE, topK: 0, topP: 0.8, temperature: 1.5 } },
  { name: 'sampling, minimum', model: 'Llama', options: { ...SAMPLE, topK: null, minP: 0.9 } },
  {
    name: 'sampling, all rules',
    model: 'Llama',
    prompts: UNEQUAL,
    options: { ...SAMPLE, padTokenId: 0, topK: 20, topP: 0.9, minP: 0.05, temperature: 0.9, repetitionPenalty: 1.2 },
  },
  { name: 'several samples', model: 'T5', options: { ...SAMPLE, numReturnSequences: 3 } },
  { name: 'beams', model: 'Llama', options: { maxNewTokens: 10, numBeams: 3 } },
  {
    name: 'beams that end',
    model: 'GPT-2',
    prompts: UNEQUAL,
    options: {
      maxNewTokens: 10,
      numBeams: 4,
      padTokenId: 0,
      eosTokenId: [11, 23, 37, 49, 1, 20],
      numReturnSequences: 2,
    },
  },
  {
    name: 'beams that stop early',
    model: 'Llama',
    options: { maxNewTokens: 12, numBeams: 3, earlyStopping: true, eosTokenId: [11, 23, 37, 49, 1, 20], padTokenId: 0 },
  },
  {
    name: 'beams that never stop early',
    model: 'Llama',
    options: {
      maxNewTokens: 8,
      numBeams: 3,
      earlyStopping: 'never',
      lengthPenalty: 2,
      eosTokenId: [11, 23],
      padTokenId: 0,
    },
  },
  {
    name: 'beams of T5',
    model: 'T5',
    prompts: [
      [7, 8, 9, 1, 0],
      [3, 4, 5, 6, 1],
    ],
    options: { maxNewTokens: 8, numBeams: 2, noRepeatNgramSize: 2 },
  },
  {
    name: 'beams that are drawn',
    model: 'Mistral',
    options: { maxNewTokens: 8, numBeams: 2, doSample: true, topP: 0.9, padTokenId: 0 },
  },
];

const SCRIPT = `${PYTHON}
import inspect
output = {}
for run in input["runs"]:
    model = make(run["case"]).eval()
    torch.manual_seed(11)
    ids = torch.tensor(run["prompts"])
    output[run["name"]] = model.generate(ids, **run["options"])
`;

const threads = torch.getNumThreads();
let theirs: Readonly<Record<string, Tensor>>;
const caseOf = (name: string) =>
  [...DECODERS, ...TRANSLATORS].find((one) => one.name === name) as (typeof DECODERS)[number];

beforeAll(() => {
  torch.setNumThreads(1);
  const runs = RUNS.map(({ name, model, prompts = PROMPTS, options = {} }) => {
    return { name, case: caseOf(model), prompts, options: pythonNames({ ...options }) };
  });
  theirs = runPython(SCRIPT, { runs });
}, 300_000);
afterAll(() => torch.setNumThreads(threads));

test.each(RUNS)(
  '$name',
  async ({ name, model, prompts = PROMPTS, options = {} }) => {
    const made = make(caseOf(model)).eval() as unknown as Generative;
    const inputIds = torch.tensor(prompts as number[][]);
    torch.manualSeed(11);
    const now = made.generate(inputIds, options).tolist();
    expect(now).toEqual(theirs[name]?.tolist());
    torch.manualSeed(11);
    expect((await made.generateAsync({ inputIds }, options)).tolist()).toEqual(now);
  },
  120_000,
);
