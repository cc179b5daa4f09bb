"""The tutorial's data, networks and training loop with NumPy and PyTorch, as short as they can be said.

Random numbers are drawn as the tutorial draws them: data from NumPy's global generator, weights from PyTorch's.
Training is in 64 bits from PyTorch's 32-bit start, so that what differs is not the arithmetic of the reference.
"""

import numpy as np
import torch

ITEMS = ["Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]

# The feature appended to the tree by each illusory correlation, by item, and the item that is asked about.
CORRELATIONS = {
    "shark-bones": ([-1, 1, 1, 1, -1, -1, -1, -1], 0),
    "parrot-speak": ([1, 1, 1, -1, 1, 1, 1, 1], 3),
    "bones-before-shark": ([1, 1, 1, 1, -1, -1, -1, -1], 0),
}

NAMED_FEATURES = """
    11111111 00000000 00001111 11110000 00000011 00110000 11000000 00001100 01110000 00001101
""".split()


def tree(levels=3, branches=2, features=10_000, flip=0.15):
    """Features that diffuse down a tree, one column each: items × features, ±1."""
    nodes = sum(branches**level for level in range(levels + 1))
    chance = np.full(nodes, flip)
    chance[0] = 0.5
    values = np.where(np.random.random_sample((features, nodes)) > chance, 1.0, -1.0)
    for node in range(1, nodes):
        values[:, node] *= values[:, (node - 1) // branches]
    return values[:, nodes - branches**levels :].T


def dataset(name, seed, settings):
    """Inputs (items × inputs), targets (items × features), and the cell to follow."""
    np.random.seed(seed)
    if name == "noisy-linear":
        truth = np.random.randint(0, 10, (3, 3)).astype(float)
        samples = int(settings.get("samples", 37))
        inputs = np.random.random_sample((3, samples))
        targets = truth @ inputs + float(settings.get("noise", 0.01)) * np.random.standard_normal((3, samples))
        return inputs.T, targets.T, (0, 2)
    if name == "named-features":
        targets = np.array([[1.0 if value == "1" else -1.0 for value in column] for column in NAMED_FEATURES]).T
        return np.eye(8), targets, (0, targets.shape[1] - 1)
    kinds = {"levels": int, "branches": int, "features": int, "flip": float}
    targets = tree(**{key: kinds[key](value) for key, value in settings.items() if key in kinds})
    item = 0
    if name in CORRELATIONS:
        feature, item = CORRELATIONS[name]
        targets = np.hstack([targets, np.array(feature, float)[:, None]])
    return np.eye(len(targets)), targets, (item, targets.shape[1] - 1)


def network(widths, seed, gamma):
    """PyTorch's own start, then every layer redrawn with standard deviation gamma / sqrt(inputs + outputs)."""
    torch.manual_seed(seed)
    layers = [torch.nn.Linear(a, b, bias=False) for a, b in zip(widths, widths[1:])]
    if gamma is not None:
        for layer in layers:
            torch.nn.init.normal_(layer.weight, std=gamma / np.sqrt(sum(layer.weight.shape)))
    return layers


def train(inputs, targets, cell, hidden, seed, eta, gamma, epochs):
    """Full-batch gradient descent: for every state 0 … epochs the loss, the prediction of one cell, the modes, and the
    similarities of each hidden layer."""
    layers = network([inputs.shape[1], *hidden, targets.shape[1]], seed, gamma)
    weights = [layer.weight.detach().double().requires_grad_() for layer in layers]
    x, y = torch.from_numpy(inputs), torch.from_numpy(targets)
    states = []
    for epoch in range(epochs + 1):
        activity, hidden_activities, total = x, [], torch.eye(inputs.shape[1], dtype=torch.float64)
        for weight in weights:
            activity = activity @ weight.T
            hidden_activities.append(activity)
        with torch.no_grad():
            for weight in weights:
                total = weight @ total
            state = {
                "probe": activity[cell].item(),
                "modes": torch.linalg.svdvals(total).numpy(),
                "similarities": [(h @ h.T).numpy() for h in hidden_activities[:-1]],
            }
        loss = ((activity - y) ** 2).mean()
        state["loss"] = loss.item()
        states.append(state)
        if epoch == epochs:
            break
        gradients = torch.autograd.grad(loss, weights)
        with torch.no_grad():
            for weight, gradient in zip(weights, gradients):
                weight -= eta * gradient
    return states
