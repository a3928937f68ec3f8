import torch
import torch.nn.functional as F
from torch import nn

TEXT = 'she sells sea shells by the sea shore, the shells she sells are sea shells for sure. '
LETTERS = sorted(set(TEXT))
NUMBER = {letter: i for i, letter in enumerate(LETTERS)}


class CharacterModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(len(LETTERS), 16)
        self.gru = nn.GRU(16, 64, batch_first=True)
        self.output = nn.Linear(64, len(LETTERS))

    def forward(self, letters, state=None):
        out, last = self.gru(self.embedding(letters), state)
        return self.output(out), last


torch.manual_seed(0)
letters = torch.tensor([NUMBER[letter] for letter in TEXT])
x, y = letters[:-1].unsqueeze(0), letters[1:]
model = CharacterModel()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 120)
for step in range(1, 121):
    optimizer.zero_grad()
    scores, _ = model(x)
    loss = F.cross_entropy(scores.squeeze(0), y)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1)
    optimizer.step()
    scheduler.step()
    if step % 30 == 0:
        print(f'step {step}: loss {loss.item():.6f}')
with torch.no_grad():
    text = 'she'
    scores, state = model(torch.tensor([[NUMBER[letter] for letter in text]]))
    for _ in range(60):
        following = scores[:, -1].argmax(-1)
        text += LETTERS[following.item()]
        scores, state = model(following.unsqueeze(0), state)
print(text)
