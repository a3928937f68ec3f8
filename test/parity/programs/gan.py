import torch
from torch import nn

BATCH, NOISE = 128, 4


def layers(size):
    return nn.Sequential(nn.Linear(size, 32), nn.LeakyReLU(0.2), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 1))


torch.manual_seed(0)
generator, judge = layers(NOISE), layers(1)
generator_optimizer = torch.optim.Adam(generator.parameters(), lr=0.002, betas=(0.5, 0.999))
judge_optimizer = torch.optim.Adam(judge.parameters(), lr=0.002, betas=(0.5, 0.999))
criterion = nn.BCEWithLogitsLoss()
real, made = torch.ones(BATCH, 1), torch.zeros(BATCH, 1)


def samples():
    which = torch.rand(BATCH, 1) < 0.5
    return torch.where(which, torch.randn(BATCH, 1) * 0.3 - 2, torch.randn(BATCH, 1) * 0.5 + 1)


for step in range(1, 201):
    fake = generator(torch.randn(BATCH, NOISE))
    judge_optimizer.zero_grad()
    judge_loss = criterion(judge(samples()), real) + criterion(judge(fake.detach()), made)
    judge_loss.backward()
    judge_optimizer.step()
    generator_optimizer.zero_grad()
    generator_loss = criterion(judge(fake), real)
    generator_loss.backward()
    generator_optimizer.step()
    if step % 50 == 0:
        print(f"step {step}: judge's loss {judge_loss.item():.6f}")
        print(f"step {step}: generator's loss {generator_loss.item():.6f}")
