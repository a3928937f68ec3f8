"""examples/translate.ts as one would write it in Python: the same models, sizes, splits and figures."""
import random
import sys

import torch
from sacrebleu.metrics import BLEU
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

PAD, BEGIN, END = 0, 2, 3
SPECIALS = ['<pad>', '<unk>', '<bos>', '<eos>']
BATCH, LONGEST = 64, 40


class GruTranslator(nn.Module):
    def __init__(self, source, target, hidden):
        super().__init__()
        self.source_embedding = nn.Embedding(source, hidden, padding_idx=PAD)
        self.encoder = nn.GRU(hidden, hidden // 2, batch_first=True, bidirectional=True)
        self.target_embedding = nn.Embedding(target, hidden, padding_idx=PAD)
        self.decoder = nn.GRU(hidden, hidden, batch_first=True)
        self.score = nn.Linear(hidden, hidden, bias=False)
        self.combine = nn.Linear(2 * hidden, hidden, bias=False)
        self.output = nn.Linear(hidden, target)
        self.dropout = nn.Dropout(0.1)

    def encode(self, source, lengths):
        embedded = self.dropout(self.source_embedding(source))
        packed = pack_padded_sequence(embedded, lengths, batch_first=True, enforce_sorted=False)
        out, last = self.encoder(packed)
        states, _ = pad_packed_sequence(out, batch_first=True, total_length=source.size(1))
        return states, source.eq(PAD), last.transpose(0, 1).reshape(1, source.size(0), -1)

    def decode(self, memory, target):
        states, padding, last = memory
        own, _ = self.decoder(self.dropout(self.target_embedding(target)), last)
        scores = self.score(own).bmm(states.transpose(1, 2))
        weights = scores.masked_fill(padding.unsqueeze(1), -torch.inf).softmax(-1)
        combined = torch.tanh(self.combine(torch.cat([weights.bmm(states), own], -1)))
        return self.output(self.dropout(combined))


class TransformerTranslator(nn.Module):
    def __init__(self, source, target, hidden):
        super().__init__()
        self.source_embedding = nn.Embedding(source, hidden, padding_idx=PAD)
        self.target_embedding = nn.Embedding(target, hidden, padding_idx=PAD)
        self.positions = nn.Embedding(256, hidden)
        self.transformer = nn.Transformer(hidden, 4, 2, 2, 2 * hidden, 0.1, batch_first=True)
        self.output = nn.Linear(hidden, target)

    def embed(self, embedding, words):
        return embedding(words) + self.positions(torch.arange(words.size(1)))

    def encode(self, source, lengths):
        padding = source.eq(PAD)
        return self.transformer.encoder(self.embed(self.source_embedding, source), src_key_padding_mask=padding), padding

    def decode(self, memory, target):
        states, padding = memory
        mask = torch.ones(target.size(1), target.size(1), dtype=torch.bool).triu(1)
        embedded = self.embed(self.target_embedding, target)
        out = self.transformer.decoder(embedded, states, tgt_mask=mask, memory_key_padding_mask=padding,
                                       tgt_key_padding_mask=target.eq(PAD))
        return self.output(out)


def vocabulary(sentences):
    counts = {}
    for words in sentences:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    tokens = SPECIALS + sorted(counts, key=lambda word: (-counts[word], word))
    return {token: i for i, token in enumerate(tokens)}, tokens


def batches(samples, shuffle):
    order = list(range(len(samples)))
    if shuffle:
        random.shuffle(order)
    bucket = 50 * BATCH if shuffle else len(order)
    groups = []
    for begin in range(0, len(order), bucket):
        part = sorted(order[begin:begin + bucket], key=lambda i: len(samples[i][0]))
        groups += [part[i:i + BATCH] for i in range(0, len(part), BATCH)]
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        source = [torch.tensor(samples[i][0]) for i in group]
        target = [torch.tensor(samples[i][1]) for i in group]
        yield (pad_sequence(source, batch_first=True), pad_sequence(target, batch_first=True),
               torch.tensor([len(one) for one in source]))


@torch.no_grad()
def greedy(model, source, lengths):
    memory = model.encode(source, lengths)
    found = torch.full((source.size(0), 1), BEGIN)
    ended = torch.zeros(source.size(0), dtype=torch.bool)
    for _ in range(LONGEST):
        if ended.all():
            break
        following = model.decode(memory, found)[:, -1].argmax(-1).masked_fill(ended, PAD)
        found = torch.cat([found, following.unsqueeze(1)], 1)
        ended |= following.eq(END)
    return found.tolist()


def words_of(numbers, tokens):
    numbers = numbers[:numbers.index(END)] if END in numbers else numbers
    return ' '.join(tokens[n] for n in numbers if n not in (BEGIN, PAD))


def run(file, kind, hidden, epochs, lr, seed):
    torch.manual_seed(seed)
    random.seed(seed)
    pairs = [line.rstrip('\n').split('\t') for line in open(file, encoding='utf-8')]
    shuffled = [pairs[i] for i in torch.randperm(len(pairs)).tolist()]
    border = int(len(shuffled) * 0.9)
    split = [[(a.split(), b.split()) for a, b in part] for part in (shuffled[:border], shuffled[border:])]
    (source_of, sources), (target_of, targets) = (vocabulary([pair[i] for pair in split[0]]) for i in (0, 1))
    numbers = [[([source_of.get(w, 1) for w in a] + [END], [BEGIN] + [target_of.get(w, 1) for w in b] + [END])
                for a, b in part] for part in split]
    model = (TransformerTranslator if kind == 'transformer' else GruTranslator)(len(sources), len(targets), hidden)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    criterion = nn.CrossEntropyLoss(ignore_index=PAD)
    for _ in range(epochs):
        for source, target, lengths in batches(numbers[0], True):
            optimizer.zero_grad()
            logits = model.decode(model.encode(source, lengths), target[:, :-1])
            criterion(logits.flatten(0, 1), target[:, 1:].reshape(-1)).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimizer.step()
    model.eval()
    found, wanted = [], []
    for source, target, lengths in batches(numbers[1], False):
        found += [words_of(row, targets) for row in greedy(model, source, lengths)]
        wanted += [words_of(row, targets) for row in target.tolist()]
    return BLEU(tokenize='none', force=True).corpus_score(found, [wanted]).score


if __name__ == '__main__':
    file, kind, hidden, epochs, lr, *seeds = sys.argv[1:]
    print(' '.join(str(run(file, kind, int(hidden), int(epochs), float(lr), int(seed))) for seed in seeds))
