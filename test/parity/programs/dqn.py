import torch
import torch.nn.functional as F
from torch import nn

FIELDS, PRIZE, MOST_STEPS = 9, 8, 20
BATCH, DISCOUNT, EPISODES = 32, 0.9, 60


def network():
    return nn.Sequential(nn.Linear(FIELDS, 32), nn.ReLU(), nn.Linear(32, 2))


def seen(places):
    return F.one_hot(torch.tensor(places), FIELDS).float()


torch.manual_seed(0)
online, target = network(), network()
target.load_state_dict(online.state_dict())
optimizer = torch.optim.Adam(online.parameters(), lr=0.005)
memory = []


def choose(place, curiosity):
    if torch.rand(1).item() < curiosity:
        return torch.randint(0, 2, (1,)).item()
    with torch.no_grad():
        return online(seen([place])).argmax(1).item()


def learn():
    moves = [memory[i] for i in torch.randint(0, len(memory), (BATCH,)).tolist()]
    source, action, reward, to, over = zip(*moves)
    chosen = online(seen(list(source))).gather(1, torch.tensor(action).unsqueeze(1)).squeeze(1)
    with torch.no_grad():
        best = target(seen(list(to))).amax(1)
    goes_on = torch.tensor([0.0 if one else 1.0 for one in over])
    loss = F.smooth_l1_loss(chosen, torch.tensor(reward, dtype=torch.float32) + best * goes_on * DISCOUNT)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_value_(online.parameters(), 1)
    optimizer.step()
    return loss.item()


for episode in range(1, EPISODES + 1):
    place, steps, loss = 4, 0, 0.0
    while steps < MOST_STEPS and place != PRIZE:
        action = choose(place, max(0.05, 1 - episode / 30))
        to = min(FIELDS - 1, max(0, place + (1 if action == 1 else -1)))
        memory.append((place, action, 1 if to == PRIZE else -0.02, to, to == PRIZE))
        place = to
        if len(memory) >= BATCH:
            loss = learn()
        steps += 1
    if episode % 10 == 0:
        target.load_state_dict(online.state_dict())
    if episode % 15 == 0:
        print(f'episode {episode}: {steps} steps, loss {loss:.6f}')
