import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

SIDE, COUNT = 12, 192

torch.manual_seed(0)
y = torch.arange(COUNT) % 3
place = torch.arange(SIDE)
rows, columns = place.unsqueeze(1).expand(SIDE, SIDE), place.unsqueeze(0).expand(SIDE, SIDE)
stripes = torch.stack([(where % 4 < 2).float() for where in (rows, columns, rows + columns)])
x = stripes[y].unsqueeze(1) + torch.randn(COUNT, 1, SIDE, SIDE) * 0.8
loader = DataLoader(TensorDataset(x, y), batch_size=32)
model = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(2), nn.Flatten(),
    nn.Dropout(0.25), nn.Linear(64, 3),
)
optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9, weight_decay=1e-4)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 3, gamma=0.5)
criterion = nn.CrossEntropyLoss()
for epoch in range(1, 7):
    total = 0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = criterion(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item()
    scheduler.step()
    print(f'epoch {epoch}: loss {total / len(loader):.6f}')
