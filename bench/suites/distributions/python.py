import time

import torch
from torch import nn
from torch.distributions import Bernoulli, Categorical, Independent, Normal, kl_divergence

STEPS = 100


def microseconds(step):
    start = time.perf_counter()
    for _ in range(STEPS):
        step()
    return (time.perf_counter() - start) / STEPS * 1e6


def layers(inputs, outputs):
    return nn.Sequential(nn.Linear(inputs, 128), nn.ReLU(), nn.Linear(128, outputs))


def network(outputs):
    return nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, outputs))


def vae():
    torch.manual_seed(0)
    model = nn.ModuleList([layers(196, 10), layers(5, 196)])
    encoder, decoder = model
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    prior = Independent(Normal(torch.zeros(5), torch.ones(5)), 1)
    x = torch.randint(0, 2, (100, 196)).float()

    def step():
        optimizer.zero_grad()
        mean, log_std = encoder(x).chunk(2, -1)
        posterior = Independent(Normal(mean, log_std.exp()), 1)
        logits = decoder(posterior.rsample())
        likelihood = Independent(Bernoulli(logits=logits), 1).log_prob(x)
        (-(likelihood - kl_divergence(posterior, prior)).mean()).backward()
        optimizer.step()

    return lambda: microseconds(step)


def ppo():
    torch.manual_seed(0)
    actor, critic = network(2), network(1)
    parameters = [*actor.parameters(), *critic.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=0.001)
    states, actions = torch.randn(256, 4), torch.randint(0, 2, (256,))
    old, advantages, returns = -torch.rand(256), torch.randn(256), torch.randn(256)

    def step():
        optimizer.zero_grad()
        policy = Categorical(logits=actor(states))
        ratio = (policy.log_prob(actions) - old).exp()
        clipped = ratio.clamp(0.8, 1.2) * advantages
        policy_loss = -torch.minimum(ratio * advantages, clipped).mean()
        value_loss = (critic(states).squeeze(-1) - returns).pow(2).mean()
        (policy_loss + value_loss * 0.5 - policy.entropy().mean() * 0.01).backward()
        nn.utils.clip_grad_norm_(parameters, 0.5)
        optimizer.step()

    return lambda: microseconds(step)


def normal():
    loc, scale = torch.zeros(32), torch.ones(32)

    def step():
        distribution = Normal(loc, scale)
        distribution.log_prob(distribution.sample((8,)))

    return lambda: microseconds(step)


cases = {
    "VAE step, 196-128-5, batch 100": vae,
    "PPO update, 4-64-64-2, batch 256": ppo,
    "Normal: make, sample, logProb": normal,
}
