import re
import time

import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset

COUNT = 10_000
WORDS = 230
LENGTH = 256
VOCABULARY = 20_000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
        if number == 0:
            return digits


def review(index):
    """The same pseudo-random words as texts.cjs."""
    state = (index * 2654435761) % 2**32
    words = []
    for i in range(WORDS):
        state = (state * 1664525 + 1013904223) % 2**32
        number = state >> 12
        word = ((number % 1000) * ((number >> 10) % 1000)) % VOCABULARY
        words.append(f"W{base36(word)}{'.' if i % 12 == 0 else ''}")
    return " ".join(words)


vocab = {word: i for i, word in enumerate(["<pad>", "<unk>", *(f"w{base36(i)}" for i in range(VOCABULARY // 2))])}
pattern = re.compile(r"[a-z0-9]+|[.,!?]")


class Reviews(Dataset):
    def __init__(self):
        self.texts = [review(i) for i in range(COUNT)]

    def __len__(self):
        return COUNT

    def __getitem__(self, index):
        tokens = pattern.findall(self.texts[index].lower())[:LENGTH]
        ids = [vocab.get(token, 1) for token in tokens]
        return torch.tensor(ids + [0] * (LENGTH - len(ids))), index % 2


def epoch(loader):
    def run():
        start = time.perf_counter()
        for _ in loader:
            pass
        return time.perf_counter() - start

    return run


def loader(dataset, **options):
    return epoch(DataLoader(dataset, batch_size=64, shuffle=True, **options))


def rows():
    return loader(TensorDataset(torch.randn(1_000_000, 100), torch.randint(0, 2, (1_000_000,))))


cases = {
    "TensorDataset, 1 M rows of 100, batch 64, shuffled": rows,
    "tokenising 10,000 texts, in the loop’s thread": lambda: loader(Reviews()),
    "tokenising 10,000 texts, two workers": lambda: loader(Reviews(), num_workers=2, persistent_workers=True),
    "tokenising, two workers that are started anew": lambda: loader(Reviews(), num_workers=2),
}
