"""examples/spam.ts as one writes it for Python's PyTorch: the same mails, words, split, model, seed and epochs."""

import argparse
import pathlib
import re
from collections import Counter

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

torch.set_flush_denormal(True)  # as in the suite `recurrent`

LENGTH, VOCABULARY, EMBEDDING, HIDDEN, BATCH = 50, 10_000, 100, 128, 32
FOLDERS = {"easy-ham-1": 0, "easy-ham-2": 0, "hard-ham-1": 0, "spam-1": 1, "spam-2": 1}
CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}

WORD = re.compile(r"[a-z]+|[0-9]+|[!$%]")
SUBJECT = re.compile(r"^Subject:(.*)$", re.IGNORECASE | re.MULTILINE)
TAG = re.compile(r"<[^>]*>")


class SpamNet(nn.Module):
    def __init__(self, cell):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, EMBEDDING, padding_idx=0)
        self.recurrent = CELLS[cell](EMBEDDING, HIDDEN, batch_first=True)
        self.output = nn.Linear(HIDDEN, 2)
        self.log_softmax = nn.LogSoftmax(1)

    def forward(self, words):
        out, _ = self.recurrent(self.embedding(words))
        return self.log_softmax(self.output(out[:, -1]))


class Vocab:
    def __init__(self, tokens):
        self.tokens = tokens
        self.indices = {token: i for i, token in enumerate(tokens)}

    @classmethod
    def build(cls, documents):
        counts = Counter(token for tokens in documents for token in tokens)
        by_frequency = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return cls((["<pad>", "<unk>"] + [token for token, _ in by_frequency])[:VOCABULARY])

    def numericalize(self, tokens):
        return [self.indices.get(token, 1) for token in tokens]


def tokenize(mail):
    head, _, rest = mail.replace("\r\n", "\n").partition("\n\n")
    subject = SUBJECT.search(head)
    text = (subject[1] if subject else "") + "\n" + rest[:20_000]
    return WORD.findall(TAG.sub(" ", text).lower())


def encode(tokens, vocab):
    numbers = vocab.numericalize(tokens[:LENGTH])
    return [0] * (LENGTH - len(numbers)) + numbers


def read_mails(data):
    mails = []
    for folder, label in FOLDERS.items():
        for file in sorted((data / folder).glob("*.txt")):
            mails.append((tokenize(file.read_bytes().decode("utf-8", "replace")), label))
    print(f"{len(mails)} mails, {sum(label for _, label in mails)} of them spam")
    return mails


def loader_of(mails, vocab, shuffle):
    inputs = torch.tensor([encode(tokens, vocab) for tokens, _ in mails])
    labels = torch.tensor([label for _, label in mails])
    return DataLoader(TensorDataset(inputs, labels), batch_size=BATCH, shuffle=shuffle)


def train_epoch(model, loader, optimizer, epoch):
    criterion = nn.NLLLoss()
    model.train()
    for position, (x, y) in enumerate(loader):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
        value = loss.item()
        if position % 100 == 0:
            print(f"Epoch {epoch}, Batch {position}, Loss: {value:.4f}")


@torch.no_grad()
def accuracy(model, loader):
    model.eval()
    right = sum((model(x).argmax(1) == y).sum().item() for x, y in loader)
    return right / len(loader.dataset)


def restore(file):
    checkpoint = torch.load(file)
    model = SpamNet(checkpoint["cell"])
    model.load_state_dict(checkpoint["model"])
    return model, Vocab(checkpoint["vocabulary"])


def train(data, cell, epochs, seed, file):
    torch.manual_seed(seed)
    mails = read_mails(data)
    training, held_out = random_split(mails, [0.8, 0.2])
    vocab = Vocab.build(tokens for tokens, _ in training)
    train_loader = loader_of(training, vocab, True)
    test_loader = loader_of(held_out, vocab, False)
    print(f"training on {len(training)}, {len(held_out)} held out; {len(vocab.tokens)} words")

    model = SpamNet(cell)
    print(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for epoch in range(1, epochs + 1):
        train_epoch(model, train_loader, optimizer, epoch)
        reached = accuracy(model, test_loader)
        print(f"Epoch {epoch}: accuracy on held-out mails {reached:.4f}")

    torch.save({"cell": cell, "vocabulary": vocab.tokens, "model": model.state_dict()}, file)
    restored, vocab = restore(file)
    again = accuracy(restored, test_loader)
    print(f"saved to {file}, loaded into a fresh model: accuracy {again:.4f}")
    assert again == reached
    return restored, vocab


@torch.no_grad()
def classify(model, vocab, sentence):
    model.eval()
    spam = model(torch.tensor([encode(WORD.findall(sentence.lower()), vocab)])).exp()[0, 1].item()
    print(f'"{sentence}": {"spam" if spam > 0.5 else "ham"} (spam with probability {spam:.3f})')


SENTENCES = [
    "Congratulations, you have won! Click here to claim your free money, 100% guaranteed!",
    "On Tuesday Justin wrote: I think the problem is in the perl script, it does not read the config file. Has anyone "
    "else on the list seen this with the new rpm? Regards, Tom",
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--cell", choices=CELLS, default="gru")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--save", default="spamnet.pt")
    options = parser.parse_args()
    model, vocab = train(options.data, options.cell, options.epochs, options.seed, options.save)
    for sentence in SENTENCES:
        classify(model, vocab, sentence)


main()
