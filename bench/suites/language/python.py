import os
import sys
import time

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../../test/support'))
import import_torchvision  # noqa: E402,F401
import transformers  # noqa: E402

TOKENS = 64
NEW = 32
TEXTS = 8
SIZES = dict(vocab_size=512, hidden_size=128, intermediate_size=256, num_hidden_layers=4, num_attention_heads=4)


def timed(body, count):
    start = time.perf_counter()
    for _ in range(count):
        body()
    return (time.perf_counter() - start) / count * 1e6


def prepared(make):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    return make()


def llama():
    config = transformers.LlamaConfig(**SIZES, num_key_value_heads=2, max_position_embeddings=256, eos_token_id=None)
    return transformers.LlamaForCausalLM(config)


def gpt2():
    config = transformers.GPT2Config(vocab_size=512, n_positions=256, n_embd=128, n_layer=4, n_head=4, eos_token_id=None)
    return transformers.GPT2LMHeadModel(config)


def bert():
    return transformers.BertModel(transformers.BertConfig(**SIZES))


def ids(batch):
    return torch.randint(0, 512, (batch, TOKENS))


def step():
    model = prepared(llama)
    model.train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    input_ids = ids(4)

    def one():
        optimizer.zero_grad()
        model(input_ids=input_ids, labels=input_ids, use_cache=False).loss.backward()
        optimizer.step()

    return lambda: timed(one, 10)


def forward(make):
    def prepare():
        model = prepared(make).eval()
        input_ids = ids(4)

        def run():
            with torch.no_grad():
                return timed(lambda: model(input_ids=input_ids), 20)

        return run

    return prepare


def tokens(make):
    def prepare():
        model = prepared(make).eval()
        input_ids = ids(1)
        mask = torch.ones_like(input_ids)
        generate = lambda: model.generate(input_ids, attention_mask=mask, max_new_tokens=NEW, do_sample=False)  # noqa: E731
        return lambda: timed(generate, TEXTS) / NEW

    return prepare


cases = {
    'training step of a tiny Llama': step,
    'forward of a tiny Llama': forward(llama),
    'one token of a tiny Llama': tokens(llama),
    'one token of a tiny GPT-2': tokens(gpt2),
    'forward of a tiny BERT': forward(bert),
}
