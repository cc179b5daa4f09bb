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


UNITS = {"linear": lambda z: z, "relu": torch.relu, "tanh": torch.tanh}


def train(
    inputs,
    targets,
    cell,
    hidden,
    seed,
    eta,
    gamma,
    epochs,
    *,
    unit="linear",
    bias=False,
    optimizer="sgd",
    momentum=0.0,
    decay=0.0,
    batch=None,
    ratio=1.0,
    frequencies=None,
    phases=None,
):
    """For every state 0 … epochs the loss, the prediction of one cell, the modes, and the similarities of each hidden layer.

    Items are shown `frequencies` times. `phases` are dictionaries with "epochs", and perhaps other "targets", "frequencies" and
    "eta"; a switch belongs to the phase that begins, and the optimizer forgets. Modes are those of the map from inputs to outputs, or, if there is none, of the
    responses to the items.
    """
    layers = network([inputs.shape[1], *hidden, targets.shape[1]], seed, gamma)
    weights = [layer.weight.detach().double() for layer in layers]
    weights[0], weights[-1] = weights[0] * ratio, weights[-1] / ratio
    weights = [weight.requires_grad_() for weight in weights]
    biases = [torch.zeros(len(w), dtype=torch.float64, requires_grad=True) for w in weights] if bias else []
    x, y = torch.from_numpy(inputs), torch.from_numpy(targets)
    own, shown = y, None

    def begin(phase):
        """The targets and frequencies of a phase, and an optimizer without memory."""
        rate, times = phase.get("eta", eta), phase.get("frequencies", frequencies)
        parameters = [*weights, *biases]
        return (
            torch.from_numpy(phase["targets"]) if "targets" in phase else own,
            torch.ones(len(x), dtype=torch.float64) if times is None else torch.tensor(times, dtype=torch.float64),
            torch.optim.Adam(parameters, lr=rate, weight_decay=decay)
            if optimizer == "adam"
            else torch.optim.SGD(parameters, lr=rate, momentum=momentum, weight_decay=decay),
        )

    phases = phases or [{"epochs": epochs}]
    epochs, lasting, switches = sum(phase["epochs"] for phase in phases), 0, {}
    for phase in phases:
        switches[lasting] = phase
        lasting += phase["epochs"]
    order = np.random.RandomState(seed)

    def activities(x):
        """The activity of each layer for some inputs."""
        found = []
        for index, weight in enumerate(weights):
            x = x @ weight.T + (biases[index] if bias else 0)
            if index < len(weights) - 1:
                x = UNITS[unit](x)
            found.append(x)
        return found

    def loss(items):
        return (shown[items, None] * (activities(x[items])[-1] - y[items]) ** 2).mean()

    everything, states = np.arange(len(x)), []
    for epoch in range(epochs + 1):
        if epoch in switches:
            y, shown, step = begin(switches[epoch])
        with torch.no_grad():
            found = activities(x)
            total = found[-1].T
            if unit == "linear" and not bias:
                total = torch.eye(inputs.shape[1], dtype=torch.float64)
                for weight in weights:
                    total = weight @ total
            states.append(
                {
                    "loss": loss(everything).item(),
                    "probe": found[-1][cell].item(),
                    "modes": torch.linalg.svdvals(total).numpy(),
                    "similarities": [(h @ h.T).numpy() for h in found[:-1]],
                }
            )
        if epoch == epochs:
            break
        whole = batch is None or batch >= len(x)
        items = everything if whole else order.permutation(len(x))
        for start in range(0, len(x), len(x) if whole else batch):
            step.zero_grad()
            loss(items[start : start + (len(x) if whole else batch)]).backward()
            step.step()
    return states
