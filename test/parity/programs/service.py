import torch
from torch import nn

torch.manual_seed(0)
x = torch.rand([64, 2])
model = nn.Sequential(nn.Linear(2, 24), nn.Tanh(), nn.Linear(24, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
criterion = nn.MSELoss()
for step in range(1, 201):
    optimizer.zero_grad()
    loss = criterion(model(x), x.prod(1, True))
    loss.backward()
    optimizer.step()
    if step % 50 == 0:
        print(f'step {step}: loss {loss.item():.6f}')
pairs = torch.tensor([[a, b] for a in (0.1, 0.3, 0.5, 0.7) for b in (0.2, 0.9)])
with torch.no_grad():
    errors = model(pairs) - pairs.prod(1, True)
print(f"the answers' loss {errors.square().mean().item():.6f}")
