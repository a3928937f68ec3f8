"""Makes programs with torch.export, and what Python computes with them, for test/interop/export.test.ts.

Usage: export_corpus.py FOLDER NAME...   Writes NAME.pt2 and NAME.pt; without names, lists them.
"""
import copy
import os
import sys

import torch
from torch import nn
from torch.export import Dim, export, save
from torch.utils import _pytree as pytree

torch.set_num_threads(1)
# torchvision's wheel may be one for CUDA, whose library does not load here. Its classification models need no operator
# of it, but importing it describes these.
VISION = torch.library.Library('torchvision', 'FRAGMENT')
for described in ('nms', 'qnms'):
    VISION.define(described + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')
BATCH = Dim('batch', min=1, max=64)
LENGTH = Dim('length', min=3, max=64)


class Wrapped(nn.Module):
    """Gives one tensor of a model's outputs."""

    def __init__(self, inner, pick):
        super().__init__()
        self.inner = inner
        self.pick = pick

    def forward(self, *args, **kwargs):
        return self.pick(self.inner(*args, **kwargs))


class Fn(nn.Module):
    def __init__(self, run, **children):
        super().__init__()
        self.run = run
        for name, child in children.items():
            setattr(self, name, child)

    def forward(self, *args):
        return self.run(self, *args)


def mlp():
    model = nn.Sequential(nn.Linear(6, 16), nn.GELU(), nn.LayerNorm(16), nn.Dropout(0.25), nn.Linear(16, 3))
    return model, (torch.randn(4, 6),), ({0: BATCH},), [(torch.randn(7, 6),), (torch.randn(1, 6),)]


def cnn():
    model = nn.Sequential(
        nn.Conv2d(3, 8, 3, stride=2, padding=1), nn.BatchNorm2d(8), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.ConvTranspose2d(8, 4, 2, stride=2), nn.GroupNorm(2, 4), nn.SiLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(),
        nn.Linear(16, 5))
    return model, (torch.randn(4, 3, 16, 16),), ({0: Dim('batch', min=2, max=64)},), [(torch.randn(2, 3, 16, 16),)]


def conv1d3d():
    def run(self, x, y):
        return self.a(x).mean(-1) + self.b(y).mean((-1, -2, -3))
    model = Fn(run, a=nn.Conv1d(3, 4, 3, padding='same'), b=nn.Conv3d(2, 4, 3, padding=1))
    given = lambda n: (torch.randn(n, 3, 9), torch.randn(n, 2, 4, 4, 4))
    return model, given(3), (({0: BATCH}, {0: BATCH}),), [given(5)]


def lstm():
    model = Wrapped(nn.LSTM(5, 7, num_layers=2, batch_first=True, bidirectional=True), lambda out: out[0])
    return model, (torch.randn(3, 6, 5),), (({0: BATCH},),), [(torch.randn(5, 6, 5),)]


def gru():
    model = Wrapped(nn.GRU(5, 7), lambda out: {'out': out[0], 'last': out[1]})
    return model, (torch.randn(6, 3, 5),), (({1: BATCH},),), [(torch.randn(6, 4, 5),)]


def rnn_cells():
    def run(self, x):
        h, c = self.lstm(x)
        return self.gru(self.rnn(h), c)
    model = Fn(run, lstm=nn.LSTMCell(4, 6), rnn=nn.RNNCell(6, 6), gru=nn.GRUCell(6, 6))
    return model, (torch.randn(3, 4),), (({0: BATCH},),), [(torch.randn(5, 4),)]


def attention():
    def run(self, q, mask):
        return self.a(q, q, q, attn_mask=mask, need_weights=True)
    model = Fn(run, a=nn.MultiheadAttention(8, 2, batch_first=True))
    mask = torch.zeros(5, 5).masked_fill(torch.ones(5, 5).triu(1).bool(), float('-inf'))
    return model, (torch.randn(3, 5, 8), mask), (({0: BATCH}, None),), [(torch.randn(4, 5, 8), mask)]


def transformer():
    layer = nn.TransformerEncoderLayer(16, 4, 32, batch_first=True, dropout=0.1)
    def run(self, ids):
        mask = nn.Transformer.generate_square_subsequent_mask(ids.shape[1])
        return self.o(self.enc(self.e(ids), mask=mask, is_causal=True).mean(1))
    model = Fn(run, e=nn.Embedding(50, 16), enc=nn.TransformerEncoder(layer, 2, enable_nested_tensor=False),
               o=nn.Linear(16, 5))
    ids = lambda n, t: (torch.randint(0, 50, (n, t)),)
    return model, ids(3, 8), (({0: BATCH, 1: LENGTH},),), [ids(2, 5), ids(5, 11)]


def embedding_bag():
    model = Fn(lambda self, ids: self.l(self.e(ids)), e=nn.EmbeddingBag(30, 8, mode='mean'), l=nn.Linear(8, 2))
    ids = lambda n: (torch.randint(0, 30, (n, 4)),)
    return model, ids(3), (({0: BATCH},),), [ids(6)]


def norms():
    def run(self, x):
        return self.r(self.l(self.i(x))) + torch.nn.functional.instance_norm(x)
    model = Fn(run, i=nn.InstanceNorm1d(4, affine=True), l=nn.LocalResponseNorm(2), r=nn.RMSNorm(6))
    return model, (torch.randn(3, 4, 6),), (({0: BATCH},),), [(torch.randn(5, 4, 6),)]


def trees():
    def run(self, x, more):
        y = self.l(x) + more['bias'] * more['scales'][0]
        return {'y': y, 'pair': (y.sin(), [y.sum(), x.shape[0] * 2 + 1]), 'none': None, 'inf': y * float('inf')}
    model = Fn(run, l=nn.Linear(4, 3))
    given = lambda n: (torch.randn(n, 4), {'bias': torch.randn(3), 'scales': [torch.randn(n, 1), torch.randn(2)]})
    return model, given(3), (({0: BATCH}, {'bias': None, 'scales': [{0: BATCH}, None]}),), [given(5)]


class Counting(nn.Module):
    """Buffers that change, one of which is in no state dict, and a constant."""

    def __init__(self):
        super().__init__()
        self.l = nn.Linear(4, 4)
        self.register_buffer('mean', torch.zeros(4))
        self.register_buffer('count', torch.zeros((), dtype=torch.int64), persistent=False)
        self.shift = torch.arange(4.0)

    def forward(self, x):
        self.count.add_(1)
        self.mean.mul_(0.9).add_(x.detach().mean(0) * 0.1)
        return self.l(x - self.mean) + self.shift


def buffers():
    return Counting(), (torch.randn(3, 4),), ({0: BATCH},), [(torch.randn(5, 4),)]


def decomposed():
    """Without operators that write: new values of buffers and of an input are outputs of the graph."""
    def run(self, x, seen):
        seen.add_(x.detach().sum())
        return self.c(x) * 2, seen
    given = lambda n: (torch.randn(n, 4), torch.zeros(()))
    return Fn(run, c=Counting()), given(4), (({0: BATCH}, None),), [given(6)]


def cond():
    def run(self, x):
        return torch.cond(x.sum() > 0, lambda x: self.l(x), lambda x: (x * 2).sin(), (x,))
    model = Fn(run, l=nn.Linear(4, 4))
    return model, (torch.ones(3, 4),), (({0: BATCH},),), [(-torch.ones(5, 4),), (torch.ones(2, 4),)]


def while_loop():
    from torch._higher_order_ops import while_loop as loop
    def run(self, x):
        # torch 2.13 computes other gradients of a loop than of the same steps one by one, so none flow through this one.
        zero = torch.zeros((), dtype=torch.int64)
        steps, y = loop(lambda i, x: i < x.shape[0], lambda i, x: (i + 1, (x * 0.5).tanh()), (zero, x))
        return y + self.l(x), steps
    model = Fn(run, l=nn.Linear(4, 4))
    return model, (torch.randn(3, 4),), (({0: BATCH},),), [(torch.randn(5, 4),)]


def scan():
    from torch._higher_order_ops import scan as over
    def run(self, xs, first):
        last, all = over(lambda c, x: (torch.tanh(c + x), c * x), first, self.l(xs), dim=0)
        return last, all
    model = Fn(run, l=nn.Linear(4, 4))
    given = lambda n: (torch.randn(n, 4), torch.randn(4))
    return model, given(5), (({0: Dim('time', min=3, max=64)}, None),), [given(4), given(9)]


def map_over():
    from torch._higher_order_ops.map import map as over
    def run(self, xs, y):
        return over(lambda x, y: self.l(x) * y, xs, y)
    model = Fn(run, l=nn.Linear(4, 4))
    given = lambda n: (torch.randn(n, 2, 4), torch.randn(4))
    return model, given(5), (({0: Dim('time', min=3, max=64)}, None),), [given(4)]


def modes():
    def run(self, x):
        with torch.no_grad():
            a = self.l(x)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            b = self.l(x)
        return self.l(x) * a + b
    model = Fn(run, l=nn.Linear(4, 4))
    return model, (torch.randn(3, 4),), (({0: BATCH},),), [(torch.randn(5, 4),)]


def symbols():
    def run(self, x, n):
        k = n.item()
        torch._check(k >= 0)
        torch._check(k < 5)
        half = x.shape[0] // 2 + 1
        return (x[:, :k] * x.shape[0] + max(x.shape[0], 3) - x.shape[0] / 2 + x.new_ones(half).sum(),
                x.reshape(x.shape[0] * 2, 3) * (x.shape[0] % 3), half)
    given = lambda b, n: (torch.randn(b, 6, requires_grad=False), torch.tensor(n))
    return Fn(run, l=nn.Linear(1, 1)), given(4, 3), (({0: BATCH}, None),), [given(6, 2), given(9, 4)]


def unbacked():
    """Sizes that elements decide."""
    def run(self, x, lengths):
        rows = x[:, 0].gt(0).nonzero().squeeze(1)
        chosen = self.l(x[rows])
        many = torch.masked_select(x, x > 0.5)
        k = lengths.max().item()
        torch.sym_constrain_range_for_size(k, min=0, max=6)
        torch._check(k <= x.shape[1])
        total = lengths.sum().item()
        torch.sym_constrain_range(total, min=0, max=1000)
        steps = torch.arange(total + rows.shape[0], dtype=x.dtype)
        return chosen, chosen.sum(0), many * 2, x[:, :k] * k, steps, many.shape[0] + rows.shape[0] * 2
    given = lambda n: (torch.randn(n, 6), torch.randint(1, 6, (n,)))
    return Fn(run, l=nn.Linear(6, 3)), given(5), (({0: BATCH}, {0: BATCH}),), [given(9), given(3)]


def expressions():
    """Sizes that are computed from others."""
    def run(self, x, y):
        b, t = x.shape
        return (
            self.l(x[:, : t // 2].sum(1, keepdim=True)), x.new_ones(b * t + 3).sum(), x.reshape(-1)[: (b * t) // 2],
            x.new_ones(torch.sym_min(b, t) * 2), x.new_ones(torch.sym_max(b, t + 1)), x * torch.sym_float(t),
            x.new_ones(b ** 2 + t % 3), x.new_ones(-(-t // 2)), x * (t / (b + 1)), y.new_ones(2 * b - b + 1),
            torch.cat([x, x[:, : t // 2]], 1),
        )
    given = lambda n, t: (torch.randn(n, t), torch.randn(n))
    dims = ({0: Dim.AUTO, 1: Dim.AUTO}, {0: Dim.AUTO})
    return Fn(run, l=nn.Linear(1, 2)), given(3, 8), (dims,), [given(5, 9), given(10, 11)]


def resnet():
    import torchvision
    model = torchvision.models.resnet18(num_classes=5)
    return model, (torch.randn(2, 3, 32, 32),), ({0: Dim('batch', min=2, max=64)},), [(torch.randn(3, 3, 32, 32),)]


def timm_vit():
    import timm
    model = timm.create_model('vit_tiny_patch16_224', num_classes=4, img_size=32, depth=2, drop_rate=0.1)
    return model, (torch.randn(2, 3, 32, 32),), ({0: BATCH},), [(torch.randn(3, 3, 32, 32),)]


def timm_convnext():
    import timm
    model = timm.create_model('convnext_atto', num_classes=4, depths=(1, 1, 1, 1), drop_path_rate=0.0)
    return model, (torch.randn(2, 3, 32, 32),), ({0: BATCH},), [(torch.randn(3, 3, 32, 32),)]


def bert():
    from transformers import BertConfig, BertModel
    config = BertConfig(vocab_size=60, hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
                        intermediate_size=32, max_position_embeddings=64, attn_implementation='sdpa')
    ids = lambda n, t: (torch.randint(0, 60, (n, t)), torch.ones(n, t, dtype=torch.int64))
    return BertModel(config), ids(2, 7), ({0: BATCH, 1: LENGTH}, {0: BATCH, 1: LENGTH}), [ids(3, 5)]


def causal(model, vocabulary):
    wrapped = Wrapped(model, lambda out: out.logits)
    ids = lambda n, t: (torch.randint(0, vocabulary, (n, t)),)
    return wrapped, ids(2, 7), (({0: BATCH, 1: LENGTH},),), [ids(3, 5)]


def gpt2():
    from transformers import GPT2Config, GPT2LMHeadModel
    return causal(GPT2LMHeadModel(GPT2Config(vocab_size=60, n_positions=64, n_embd=16, n_layer=2, n_head=2,
                                             use_cache=False)), 60)


def llama():
    from transformers import LlamaConfig, LlamaForCausalLM
    return causal(LlamaForCausalLM(LlamaConfig(vocab_size=60, hidden_size=16, intermediate_size=32,
                                               num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
                                               max_position_embeddings=64, use_cache=False)), 60)


CORPUS = [mlp, cnn, conv1d3d, lstm, gru, rnn_cells, attention, transformer, embedding_bag, norms, trees, buffers, decomposed, cond,
          while_loop, scan, map_over, modes, symbols, unbacked, expressions, resnet, timm_vit, timm_convnext, bert, gpt2, llama]


def leaves(out):
    return [leaf for leaf in pytree.tree_leaves(out)]


def loss(out):
    total = [leaf.mul(leaf).sum() for leaf in leaves(out)
             if isinstance(leaf, torch.Tensor) and leaf.is_floating_point() and leaf.requires_grad
             and leaf.isfinite().all()]
    return sum(total)


def detached(out):
    return [leaf.detach().clone() if isinstance(leaf, torch.Tensor) else leaf for leaf in leaves(out)]


def train(module, args, steps):
    optimizer = torch.optim.AdamW(module.parameters(), lr=1e-2)
    losses = []
    for _ in range(steps):
        optimizer.zero_grad()
        value = loss(module(*args))
        value.backward()
        optimizer.step()
        losses.append(value.detach().clone())
    return losses


def make(folder, run):
    name = run.__name__
    torch.manual_seed(0)
    model, args, shapes, others = run()
    model.train()
    program = export(model, args, dynamic_shapes=shapes)
    if run is decomposed:
        program = program.run_decompositions()
    path = os.path.join(folder, name + '.pt2')
    save(program, path)
    program = torch.export.load(path)
    module = program.module()
    out = {'args': copy.deepcopy(list(args)), 'others': copy.deepcopy([list(other) for other in others]), 'text': str(program),
           'signature': str(program.graph_signature)}
    torch.manual_seed(1)
    first = module(*args)
    out['outputs'] = detached(first)
    if isinstance(loss(first), torch.Tensor):
        loss(first).backward()
        out['grads'] = {key: p.grad.clone() for key, p in module.named_parameters() if p.grad is not None}
        module.zero_grad()
    else:
        out['grads'] = {}
    torch.manual_seed(2)
    out['other_outputs'] = [detached(module(*other)) for other in others]
    torch.manual_seed(3)
    out['losses'] = train(module, args, 3) if out['grads'] else []
    out['args_after'] = list(args)
    out['state'] = {key: value.clone() for key, value in module.state_dict().items()}
    torch.save(out, os.path.join(folder, name + '.pt'))


def compare(folder, names):
    """Loads what Node has saved after training, and says where a bit differs from what Python has learned."""
    import transformers.modeling_outputs  # noqa: F401  Makes the class of an output known.
    wrong = []
    for name in names:
        expected = torch.load(os.path.join(folder, name + '.pt'))
        program = torch.export.load(os.path.join(folder, name + '.node.pt2'))
        state = program.module().state_dict()
        if list(state) != list(expected['state']):
            wrong.append(f'{name}: other names')
        for key, value in expected['state'].items():
            if not torch.equal(state[key], value):
                wrong.append(f'{name}: {key}')
        if str(program) != expected['text']:
            wrong.append(f'{name}: other text')
    return wrong


if __name__ == '__main__':
    folder, *wanted = sys.argv[1:]
    if wanted[:1] == ['--compare']:
        print('\n'.join(compare(folder, wanted[1:])))
    else:
        for run in CORPUS:
            if wanted and run.__name__ not in wanted:
                continue
            try:
                make(folder, run)
                print(run.__name__, flush=True)
            except Exception as error:
                print(f'{run.__name__} failed: {error!r}'[:2000], file=sys.stderr, flush=True)
