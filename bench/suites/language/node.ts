import * as torch from 'libtorch-node';
import * as language from 'libtorch-node/language';
import type { Implementation } from '../../harness/types';

const TOKENS = 64;
const NEW = 32;
/** Texts of a round: enough that rounds differ little, and that V8 has compiled what they run after a few. */
const TEXTS = 8;

function timed(body: () => void, count: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) body();
  return Number(process.hrtime.bigint() - start) / count / 1e3;
}

function llama(): language.LlamaForCausalLM {
  torch.setNumThreads(1);
  torch.manualSeed(0);
  const sizes = { vocabSize: 512, hiddenSize: 128, intermediateSize: 256, numHiddenLayers: 4, numAttentionHeads: 4 };
  return new language.LlamaForCausalLM(
    new language.LlamaConfig({ ...sizes, numKeyValueHeads: 2, maxPositionEmbeddings: 256, eosTokenId: null }),
  );
}

function gpt2(): language.GPT2LMHeadModel {
  torch.setNumThreads(1);
  torch.manualSeed(0);
  const sizes = { vocabSize: 512, nPositions: 256, nEmbd: 128, nLayer: 4, nHead: 4, eosTokenId: null };
  return new language.GPT2LMHeadModel(new language.GPT2Config(sizes));
}

function bert(): language.BertModel {
  torch.setNumThreads(1);
  torch.manualSeed(0);
  const sizes = { vocabSize: 512, hiddenSize: 128, intermediateSize: 256, numHiddenLayers: 4, numAttentionHeads: 4 };
  return new language.BertModel(new language.BertConfig(sizes));
}

const ids = (batch: number): torch.Tensor => torch.randint(0, 512, [batch, TOKENS]);

function step(): () => number {
  const model = llama();
  const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 1e-4 });
  const inputIds = ids(4);
  const one = (): void => {
    optimizer.zeroGrad();
    model.forward({ inputIds, labels: inputIds }).loss?.backward();
    optimizer.step();
  };
  return () => timed(() => torch.scope(one), 10);
}

const forward =
  (make: () => language.PreTrainedModel & { forward(inputs: { inputIds: torch.Tensor }): unknown }) =>
  (): (() => number) => {
    const model = make().eval();
    const inputIds = ids(4);
    const one = (): void => void model.forward({ inputIds });
    return () => torch.noGrad(() => timed(() => torch.scope(one), 20));
  };

const tokens = (make: () => language.Generative) => (): (() => number) => {
  const model = make().eval();
  const inputIds = ids(1);
  return () => timed(() => model.generate(inputIds, { maxNewTokens: NEW }).dispose(), TEXTS) / NEW;
};

export const cases: Implementation = {
  'training step of a tiny Llama': step,
  'forward of a tiny Llama': forward(llama as never),
  'one token of a tiny Llama': tokens(llama),
  'one token of a tiny GPT-2': tokens(gpt2),
  'forward of a tiny BERT': forward(bert as never),
};
