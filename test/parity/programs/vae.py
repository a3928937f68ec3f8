import torch
from torch import nn
from torch.nn import functional as F

SIDE = 8


class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(SIDE * SIDE, 32), nn.ReLU())
        self.mean = nn.Linear(32, 2)
        self.log_variance = nn.Linear(32, 2)
        self.decoder = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, SIDE * SIDE))

    def forward(self, x):
        hidden = self.encoder(x)
        mean, log_variance = self.mean(hidden), self.log_variance(hidden)
        code = mean + torch.randn_like(mean) * (log_variance * 0.5).exp()
        return self.decoder(code), mean, log_variance


torch.manual_seed(0)
model = VAE()
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)


def pictures(count):
    upright = torch.rand(count, 1, 1) < 0.5
    place = torch.randint(0, SIDE, (count, 1))
    bar = F.one_hot(place.squeeze(1), SIDE).float().unsqueeze(1).expand(count, SIDE, SIDE)
    return torch.where(upright, bar, bar.transpose(1, 2)).reshape(count, SIDE * SIDE)


for step in range(1, 301):
    x = pictures(64)
    scores, mean, log_variance = model(x)
    likelihood = F.binary_cross_entropy_with_logits(scores, x, reduction="sum")
    divergence = (log_variance + 1 - mean.pow(2) - log_variance.exp()).sum() * -0.5
    loss = (likelihood + divergence) / 64
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 60 == 0:
        print(f"step {step}: loss {loss.item():.6f}")
        print(f"step {step}: of it the divergence, a loss {divergence.item() / 64:.6f}")
