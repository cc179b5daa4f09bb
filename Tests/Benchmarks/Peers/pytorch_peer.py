"""The tutorial's training as the tutorial does it: PyTorch in 32 bits, autograd, an optimizer, a full decomposition."""

import numpy as np
import torch

from tutorial import BATCH, EPOCHS, ETA, GAMMA, HIDDEN, MOMENTUM, RELU_ETA


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


class ReluNetwork(torch.nn.Module):
    """One hidden layer of ReLU units, with biases."""

    def __init__(self, inputs, outputs, hidden=HIDDEN):
        super().__init__()
        self.first = torch.nn.Linear(inputs, hidden)
        self.last = torch.nn.Linear(hidden, outputs)

    def forward(self, items):
        hidden = torch.relu(self.first(items))
        return self.last(hidden), hidden


def start_relu(targets, dtype, seed=2021):
    """The weights of `start`, and biases of 0."""
    network = ReluNetwork(targets.shape[0], targets.shape[1])
    layers = [network.first, network.last]
    with torch.no_grad():
        for layer, weight in zip(layers, start(targets, seed).parameters()):
            layer.weight.copy_(weight)
            layer.bias.zero_()
    return network.to(dtype)


def train_relu(inputs, targets, item, network, seed=2021):
    """Momentum and batches; before each epoch loss, one prediction, similarity and singular values of all responses."""
    dtype = network.first.weight.dtype
    inputs, targets = torch.from_numpy(inputs).to(dtype), torch.from_numpy(targets).to(dtype)
    optimizer = torch.optim.SGD(network.parameters(), lr=RELU_ETA, momentum=MOMENTUM)
    criterion = torch.nn.MSELoss()
    orders = np.random.RandomState(seed)
    losses, probe = np.zeros(EPOCHS), np.zeros(EPOCHS)
    modes, similarities = np.zeros((EPOCHS, inputs.size(0))), []
    for epoch in range(EPOCHS):
        with torch.no_grad():
            predictions, hidden = network(inputs)
            losses[epoch] = criterion(predictions, targets).item()
            probe[epoch] = predictions[item, -1].item()
            modes[epoch] = torch.linalg.svdvals(predictions).numpy()
            similarities.append((hidden @ hidden.T).numpy())
        for batch in torch.from_numpy(orders.permutation(inputs.size(0))).split(BATCH):
            optimizer.zero_grad()
            predictions, _ = network(inputs[batch])
            criterion(predictions, targets[batch]).backward()
            optimizer.step()
    return losses, probe, modes, similarities
