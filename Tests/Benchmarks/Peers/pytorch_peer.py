"""The tutorial's training as the tutorial does it: PyTorch in 32 bits, autograd, an optimizer, a full decomposition."""

import numpy as np
import torch

from tutorial import EPOCHS, ETA, GAMMA, HIDDEN


class Network(torch.nn.Module):
    """One hidden layer, or none: linear layers without biases."""

    def __init__(self, inputs, outputs, hidden=HIDDEN):
        super().__init__()
        widths = [inputs, hidden, outputs] if hidden else [inputs, outputs]
        self.layers = torch.nn.ModuleList(
            torch.nn.Linear(before, after, bias=False) for before, after in zip(widths, widths[1:])
        )

    def forward(self, activity):
        hidden = activity
        for layer in self.layers:
            hidden, activity = activity, layer(activity)
        return activity, hidden


def start(targets, seed=2021, hidden=HIDDEN):
    """Normal weights with standard deviation gamma / sqrt(inputs + outputs)."""
    torch.manual_seed(seed)
    network = Network(targets.shape[0], targets.shape[1], hidden)
    for weight in network.parameters():
        torch.nn.init.normal_(weight, std=GAMMA / np.sqrt(sum(weight.shape)))
    return network


def train(inputs, targets, item, network, eta=ETA):
    """Loss, one prediction and similarity before each update, singular values after it, as the tutorial logs them."""
    inputs, targets = torch.from_numpy(inputs).float(), torch.from_numpy(targets).float()
    optimizer = torch.optim.SGD(network.parameters(), lr=eta)
    criterion = torch.nn.MSELoss()
    losses, probe = np.zeros(EPOCHS), np.zeros(EPOCHS)
    modes, similarities = np.zeros((EPOCHS, inputs.size(1))), []
    for epoch in range(EPOCHS):
        optimizer.zero_grad()
        predictions, hidden = network(inputs)
        loss = criterion(predictions, targets)
        loss.backward()
        optimizer.step()
        total = torch.eye(inputs.size(1))
        for weight in network.parameters():
            total = weight @ total
        _, values, _ = torch.svd(total)
        hidden = hidden.detach()
        similarities.append((hidden @ hidden.T).numpy())
        losses[epoch] = loss.item()
        probe[epoch] = predictions.detach()[item, -1].item()
        modes[epoch] = values.detach().numpy()
    return losses, probe, modes, similarities
