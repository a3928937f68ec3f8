import torch
from torch import nn

rnn = nn.RNN(100, 128, batch_first=True)
fc = nn.Linear(128, 2)
optimizer = torch.optim.Adam([*rnn.parameters(), *fc.parameters()], lr=0.001)
out, _ = rnn(torch.randn(64, 10, 100))
scores = nn.functional.log_softmax(fc(out[:, -1, :]), 1)
nn.NLLLoss()(scores, torch.randint(0, 2, (64,))).backward()
optimizer.step()
