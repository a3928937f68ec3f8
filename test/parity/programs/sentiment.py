import torch
from torch import nn

WORDS, LONGEST, TEXTS = 50, 12, 128


class Sentiment(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(WORDS, 16, padding_idx=0)
        self.lstm = nn.LSTM(16, 24, batch_first=True)
        self.output = nn.Linear(24, 2)

    def forward(self, words, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(self.embedding(words), lengths, batch_first=True, enforce_sorted=False)
        _, (last, _) = self.lstm(packed)
        return self.output(last[0]).log_softmax(1)


torch.manual_seed(0)
lengths = torch.randint(3, LONGEST + 1, (TEXTS,))
inside = torch.arange(LONGEST).unsqueeze(0) < lengths.unsqueeze(1)
words = torch.randint(1, WORDS, (TEXTS, LONGEST)) * inside
labels = ((words >= 25).sum(1) > (words >= 1).sum(1) / 2).to(torch.int64)

model = Sentiment()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
criterion = nn.NLLLoss()
for step in range(1, 41):
    optimizer.zero_grad()
    loss = criterion(model(words, lengths), labels)
    loss.backward()
    optimizer.step()
    if step % 10 == 0:
        print(f'step {step}: loss {loss.item():.6f}')
