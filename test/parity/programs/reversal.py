import torch
from torch import nn

DIGITS, LENGTH, ROWS, HIDDEN = 10, 6, 64, 48


class Reversal(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(DIGITS, HIDDEN)
        self.encoder = nn.GRU(HIDDEN, HIDDEN, batch_first=True)
        self.decoder = nn.GRU(HIDDEN, HIDDEN, batch_first=True)
        self.score = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.combine = nn.Linear(2 * HIDDEN, HIDDEN)
        self.output = nn.Linear(HIDDEN, DIGITS)

    def decode(self, written, read, state):
        own, last = self.decoder(self.embedding(written), state)
        weights = self.score(own).bmm(read.transpose(1, 2)).softmax(-1)
        looked = torch.cat([weights.bmm(read), own], -1)
        return self.output(torch.tanh(self.combine(looked))), last

    def forward(self, source, written):
        read, state = self.encoder(self.embedding(source))
        return self.decode(written, read, state)[0]


torch.manual_seed(0)
source = torch.randint(1, DIGITS, [ROWS, LENGTH])
target = source.flip(1)
written = torch.cat([torch.zeros([ROWS, 1], dtype=torch.int64), target[:, :-1]], 1)
model = Reversal()
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
criterion = nn.CrossEntropyLoss()
for step in range(1, 121):
    optimizer.zero_grad()
    loss = criterion(model(source, written).transpose(1, 2), target)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1)
    optimizer.step()
    if step % 30 == 0:
        print(f'step {step}: loss {loss.item():.6f}')
with torch.no_grad():
    read, state = model.encoder(model.embedding(source))
    following = torch.zeros([ROWS, 1], dtype=torch.int64)
    digits = []
    for _ in range(LENGTH):
        scores, state = model.decode(following, read, state)
        following = scores.argmax(-1)
        digits.append(following)
    right = torch.cat(digits, 1).eq(target).all(1).sum().item()
print(f'{right} of {ROWS} rows are written backwards without a fault')
