import math

import torch
import torch.nn.functional as F
from torch import nn

HOURS, WINDOW = 240, 24


class Forecast(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(1, 32, num_layers=2, batch_first=True)
        self.output = nn.Linear(32, 1)

    def forward(self, x):
        return self.output(self.lstm(x)[0][:, -1]).squeeze(-1)


torch.manual_seed(0)
time = torch.arange(HOURS, dtype=torch.float32)
load = (time * (2 * math.pi / 24)).sin() + (time * (2 * math.pi / 168)).cos() * 0.5 + torch.randn(HOURS) * 0.05
windows = load.unfold(0, WINDOW + 1, 1)
x, y = windows[:, :WINDOW].unsqueeze(-1), windows[:, WINDOW]
train = int(x.size(0) * 0.8)
model = Forecast()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=3)
for epoch in range(1, 31):
    optimizer.zero_grad()
    loss = F.mse_loss(model(x[:train]), y[:train])
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        validation = F.mse_loss(model(x[train:]), y[train:])
    scheduler.step(validation)
    if epoch % 10 == 0:
        print(f'epoch {epoch}: loss {loss.item():.6f}')
        print(f'epoch {epoch}: validation loss {validation.item():.6f}')
