# The guide's program in Python, for every layer and both ways of Adam. Two threads, as the other side.
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.set_num_threads(2)


class Model(nn.Module):
    def __init__(self, layer, options):
        super().__init__()
        self.rnn = getattr(nn, layer)(10, 16, batch_first=True, **options)
        width = 16 * (2 if options.get("bidirectional") else 1)
        self.fc = nn.Linear(width, 3)

    def forward(self, x):
        out, _ = self.rnn(x)
        return nn.functional.log_softmax(self.fc(out[:, -1, :]), 1)


def train(case):
    torch.manual_seed(case["seed"])
    inputs = torch.randn(200, 7, 10)
    labels = torch.randint(0, 3, (200,))
    loader = DataLoader(TensorDataset(inputs, labels), batch_size=32, shuffle=True)
    options = {"num_layers": case["layers"], "dropout": case["dropout"], "bidirectional": case["bidirectional"]}
    model = Model(case["layer"], options)
    criterion = nn.NLLLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, fused=case["fused"])
    initial = {name: value.clone() for name, value in model.state_dict().items()}
    losses, batches = [], []
    for _ in range(3):
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
            batches.append(y)
    return {
        "initial": list(initial.items()),
        "losses": torch.stack(losses),
        "batches": torch.cat(batches),
        "final": list(model.state_dict().items()),
    }


output = [train(case) for case in input]
