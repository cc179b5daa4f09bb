"""The tutorial's training with NumPy in 64 bits, gradients by hand."""

import numpy as np

HIDDEN, ETA, GAMMA, EPOCHS = 30, 100.0, 1e-12, 250


def tree(features=10_000, levels=3, flip=0.15):
    """Features that diffuse down a binary tree, one column each: items × features, ±1."""
    nodes = 2 ** (levels + 1) - 1
    chance = np.full(nodes, flip)
    chance[0] = 0.5
    values = np.where(np.random.random_sample((features, nodes)) > chance, 1.0, -1.0)
    for node in range(1, nodes):
        values[:, node] *= values[:, (node - 1) // 2]
    return np.ascontiguousarray(values[:, nodes - 2**levels :].T)


def shark_bones(seed, features=10_000):
    """Inputs and targets; the last feature is has_bones, the first item the shark."""
    np.random.seed(seed)
    bones = np.array([-1, 1, 1, 1, -1, -1, -1, -1], float)[:, None]
    targets = np.hstack([tree(features), bones])
    return np.eye(len(targets)), targets


def start(targets, seed):
    """Normal weights with standard deviation gamma / sqrt(inputs + outputs)."""
    generator = np.random.default_rng(seed)
    widths = [targets.shape[0], HIDDEN, targets.shape[1]]
    return [
        generator.standard_normal((b, a)) * GAMMA / np.sqrt(a + b) for a, b in zip(widths, widths[1:])
    ]


def train(inputs, targets, weights):
    """Loss, singular values, similarity and followed prediction at every state."""
    first, last = (weight.copy() for weight in weights)
    items, features = targets.shape
    losses, modes = np.zeros(EPOCHS + 1), np.zeros((EPOCHS + 1, items))
    similarities, probe = np.zeros((EPOCHS + 1, items, items)), np.zeros(EPOCHS + 1)
    for epoch in range(EPOCHS + 1):
        hidden = inputs @ first.T
        residual = hidden @ last.T
        probe[epoch] = residual[0, -1]
        residual -= targets
        losses[epoch] = np.mean(residual * residual)
        modes[epoch] = np.linalg.svd(last @ first, compute_uv=False)
        similarities[epoch] = hidden @ hidden.T
        if epoch == EPOCHS:
            break
        residual *= 2 / (items * features)
        change = residual.T @ hidden
        first -= ETA * (last.T @ residual.T @ inputs)
        last -= ETA * change
    return losses, modes, similarities, probe
