/** Folders of models and adapters that Python wrote, read here, and the other way round: equal logits, in bits. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { expectBitEqual, runPython } from '../../support/python';
import { type Case, DECODERS, ENCODERS, PYTHON, TRANSLATORS, make } from './cases';

const CASES = [...DECODERS, ...ENCODERS, ...TRANSLATORS];
const NAMES = [
  'GPT-2',
  'Llama',
  'Llama with biases',
  'Llama with llama3 positions',
  'Mistral',
  'Qwen2',
  'Qwen3',
  'BERT for masked words',
  'DistilBERT for texts',
  'RoBERTa for masked words',
  'T5',
  'T5 1.1',
];
const ADAPTED = [
  { name: 'Llama', config: { r: 4, loraAlpha: 8, taskType: 'CAUSAL_LM' } },
  { name: 'GPT-2', config: { r: 2, useRslora: true, targetModules: ['c_attn', 'c_proj'], fanInFanOut: true } },
  { name: 'BERT for texts', config: { r: 3, bias: 'loraOnly', taskType: 'SEQ_CLS' } },
  { name: 'Qwen3', config: { r: 2, targetModules: 'all-linear', rankPattern: { q_proj: 4 } } },
] as const;
const IDS = [
  [5, 9, 2, 17, 30, 4],
  [8, 3, 41, 6, 12, 7],
];
const caseOf = (name: string): Case => CASES.find((one) => one.name === name) as Case;
const given = (name: string): Record<string, Tensor> => {
  const inputIds = torch.tensor(IDS);
  return name.startsWith('T5') ? { inputIds, decoderInputIds: inputIds } : { inputIds };
};

const WRITE = `${PYTHON}
import peft, os
def ids_of(name, ids):
    ids = torch.tensor(ids)
    return {"input_ids": ids, "decoder_input_ids": ids} if name.startswith("T5") else {"input_ids": ids}
def logits(model, name):
    with torch.no_grad():
        return model.eval()(**ids_of(name, input["ids"])).logits
output = {}
for name, case in input["cases"].items():
    model = make(case)
    folder = os.path.join(input["folder"], name)
    model.save_pretrained(folder)
    model.save_pretrained(folder + " sharded", max_shard_size="20KB")
    os.makedirs(folder + " bin", exist_ok=True)
    model.config.save_pretrained(folder + " bin")
    torch.save(model.state_dict(), os.path.join(folder + " bin", "pytorch_model.bin"))
    output[name] = logits(model, name)
adapted = {}
for one in input["adapted"]:
    model = make(one["case"])
    torch.manual_seed(5)
    tuned = peft.get_peft_model(model, peft.LoraConfig(**one["config"]))
    text = str(tuned)
    keys = list(tuned.state_dict())
    first = [p.detach().double().sum().item() for p in tuned.parameters() if p.requires_grad]
    for p in tuned.parameters():
        if p.requires_grad:
            torch.nn.init.normal_(p, std=0.3)
    tuned.save_pretrained(os.path.join(input["folder"], "adapter " + one["name"]))
    adapted[one["name"]] = {"text": text, "keys": keys, "first": first, "logits": logits(tuned, one["name"])}
output = {"models": output, "adapted": adapted}
`;
const READ = `${PYTHON}
import peft, os
from transformers import logging
output = {}
for name, case in input["cases"].items():
    Model = getattr(transformers, case["model"])
    model, report = Model.from_pretrained(os.path.join(input["folder"], "ours " + name), output_loading_info=True)
    ids = torch.tensor(input["ids"])
    more = {"decoder_input_ids": ids} if name.startswith("T5") else {}
    with torch.no_grad():
        output[name] = [model.eval()(input_ids=ids, **more).logits, sorted(report["missing_keys"]) + sorted(report["unexpected_keys"])]
for name, case in input["adapted"].items():
    tuned = peft.PeftModel.from_pretrained(make(case), os.path.join(input["folder"], "our adapter " + name))
    with torch.no_grad():
        output["adapter " + name] = [tuned.eval()(input_ids=torch.tensor(input["ids"])).logits, []]
`;

interface Written {
  readonly models: Readonly<Record<string, Tensor>>;
  readonly adapted: Readonly<
    Record<
      string,
      { readonly text: string; readonly keys: string[]; readonly first: number[]; readonly logits: Tensor }
    >
  >;
}

const snake = (options: object): object =>
  Object.fromEntries(
    Object.entries(options).map(([key, one]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      one === 'loraOnly' ? 'lora_only' : (one as unknown),
    ]),
  );
const threads = torch.getNumThreads();
let folder: string;
let theirs: Written;
let back: Readonly<Record<string, [Tensor, string[]]>>;
const logitsOf = (model: { forward(inputs: object): object }, name: string): Tensor =>
  torch.noGrad(() => (model.forward(given(name)) as { logits: Tensor }).logits);

function classOf(name: string): { fromPretrained(folder: string, options?: object): Promise<ReturnType<typeof make>> } {
  return (language as unknown as Record<string, never>)[caseOf(name).model] as never;
}

/** A model of ours with an adapter, its weights filled with numbers. */
function adapted(name: string, options: object): language.PeftModel<ReturnType<typeof make>> {
  const { fanInFanOut: _, ...own } = options as { fanInFanOut?: boolean };
  const model = make(caseOf(name));
  torch.manualSeed(5);
  return language.getPeftModel(model, new language.LoraConfig(own as language.LoraOptions));
}

const digests = (model: torch.nn.Module): number[] =>
  model.parameters().flatMap((one) => (one.requiresGrad ? [one.detach().to(torch.float64).sum().item<number>()] : []));

beforeAll(async () => {
  torch.setNumThreads(1);
  folder = mkdtempSync(path.join(tmpdir(), 'language-files-'));
  const cases = Object.fromEntries(NAMES.map((name) => [name, caseOf(name)]));
  const list = ADAPTED.map(({ name, config }) => ({ name, case: caseOf(name), config: snake(config) }));
  theirs = runPython(WRITE, { folder, cases, adapted: list, ids: IDS });
  for (const name of NAMES)
    await make(caseOf(name)).savePretrained(
      path.join(folder, `ours ${name}`),
      name === 'Llama' ? { maxShardSize: '20KB' } : {},
    );
  for (const { name } of ADAPTED) {
    const tuned = await language.PeftModel.fromPretrained(make(caseOf(name)), path.join(folder, `adapter ${name}`));
    await tuned.savePretrained(path.join(folder, `our adapter ${name}`));
  }
  const adaptedCases = Object.fromEntries(ADAPTED.map(({ name }) => [name, caseOf(name)]));
  back = runPython(READ, { folder, cases, adapted: adaptedCases, ids: IDS });
}, 300_000);
afterAll(() => {
  torch.setNumThreads(threads);
  rmSync(folder, { recursive: true, force: true });
});

test.each(NAMES)('%s of Python', async (name) => {
  for (const kind of ['', ' sharded', ' bin']) {
    const model = await classOf(name).fromPretrained(path.join(folder, name + kind));
    expect(model.training).toBe(false);
    expectBitEqual(logitsOf(model, name), theirs.models[name] as Tensor, name + kind);
  }
});

test.each(NAMES)('%s for Python', (name) => {
  const [logits, report] = back[name] as [Tensor, string[]];
  expect(report).toEqual([]);
  expectBitEqual(logits, theirs.models[name] as Tensor, name);
});

test('unknown fields of a config stay', async () => {
  const at = path.join(folder, 'Llama');
  const dict = JSON.parse(readFileSync(path.join(at, 'config.json'), 'utf8')) as object;
  const changed = mkdtempSync(path.join(folder, 'config-'));
  writeFileSync(path.join(changed, 'config.json'), JSON.stringify({ ...dict, some_new_field: { a_b: [1] } }));
  const config = await language.AutoConfig.fromPretrained(changed);
  expect(config.extra['some_new_field']).toEqual({ a_b: [1] });
  await config.savePretrained(changed);
  expect(JSON.parse(readFileSync(path.join(changed, 'config.json'), 'utf8'))).toMatchObject({
    some_new_field: { a_b: [1] },
  });
});

test.each(ADAPTED)('adapter of $name', async ({ name, config }) => {
  const seen = theirs.adapted[name] as Written['adapted'][string];
  const fresh = adapted(name, config);
  expect(String(fresh)).toBe(seen.text);
  expect(Object.keys(fresh.stateDict())).toEqual(seen.keys);
  expect(digests(fresh)).toEqual(seen.first);
  const tuned = await language.PeftModel.fromPretrained(make(caseOf(name)), path.join(folder, `adapter ${name}`));
  expectBitEqual(logitsOf(tuned as never, name), seen.logits, name);
  expectBitEqual((back[`adapter ${name}`] as [Tensor, string[]])[0], seen.logits, `${name} for Python`);
  const ours = logitsOf(tuned as never, name);
  // Biases that were trained are the model's own.
  if (!('bias' in config)) {
    const before = logitsOf(make(caseOf(name)).eval(), name);
    expectBitEqual(
      tuned.withoutAdapter(() => logitsOf(tuned.model as never, name)),
      before,
    );
  }
  const merged = tuned.mergeAndUnload();
  expect(torch.allclose(logitsOf(merged as never, name), ours, { rtol: 1e-3, atol: 1e-4 })).toBe(true);
  expect(readdirSync(path.join(folder, `our adapter ${name}`)).sort()).toEqual([
    'adapter_config.json',
    'adapter_model.safetensors',
  ]);
});
