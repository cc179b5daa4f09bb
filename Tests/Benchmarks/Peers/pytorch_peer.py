"""The tutorial's training as the tutorial does it: PyTorch in 32 bits, autograd, an optimizer, a full decomposition."""

import numpy as np
import torch

from numpy_peer import EPOCHS, ETA, GAMMA, HIDDEN


class Network(torch.nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.first = torch.nn.Linear(inputs, HIDDEN, bias=False)
        self.last = torch.nn.Linear(HIDDEN, outputs, bias=False)

    def forward(self, items):
        hidden = self.first(items)
        return self.last(hidden), hidden


def start(targets, seed):
    torch.manual_seed(seed)
    network = Network(targets.shape[0], targets.shape[1])
    for weight in network.parameters():
        torch.nn.init.normal_(weight, std=GAMMA / np.sqrt(sum(weight.shape)))
    return network


def tensors(inputs, targets):
    return torch.from_numpy(inputs).float(), torch.from_numpy(targets).float()


def train(inputs, targets, network):
    """Loss, similarity and followed prediction before each update, singular values after it."""
    optimizer = torch.optim.SGD(network.parameters(), lr=ETA)
    criterion = torch.nn.MSELoss()
    losses, modes = np.zeros(EPOCHS), np.zeros((EPOCHS, inputs.shape[1]))
    similarities, probe = [], np.zeros(EPOCHS)
    for epoch in range(EPOCHS):
        optimizer.zero_grad()
        predictions, hidden = network(inputs)
        loss = criterion(predictions, targets)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            total = torch.eye(inputs.shape[1])
            for weight in network.parameters():
                total = weight @ total
            _, values, _ = torch.svd(total)
        hidden = hidden.detach()
        similarities.append((hidden @ hidden.T).numpy())
        probe[epoch] = predictions.detach()[0, -1].item()
        losses[epoch] = loss.item()
        modes[epoch] = values.numpy()
    return losses, modes, similarities, probe
