"""What all peers share: the data, with NumPy's random numbers, and the start, with PyTorch's."""

import numpy as np

ETA, GAMMA, HIDDEN, EPOCHS = 100.0, 1e-12, 30, 250

# With ReLU units and biases: an epoch learns about as much as above.
RELU_ETA, MOMENTUM, BATCH = 8.8, 0.9, 2

# The feature appended to the tree, by item; the first one's prediction is followed, or the fourth's.
CORRELATIONS = {
    "shark-bones": ([-1, 1, 1, 1, -1, -1, -1, -1], 0),
    "parrot-speak": ([1, 1, 1, -1, 1, 1, 1, 1], 3),
}


def tree(features, levels=3, flip=0.15):
    """Features that diffuse down a binary tree, all at once: items × features, ±1.

    The tutorial samples them one by one in Python, which takes longer.
    """
    nodes = 2 ** (levels + 1) - 1
    chance = np.full(nodes, flip)
    chance[0] = 0.5
    values = np.where(np.random.random_sample((features, nodes)) > chance, 1.0, -1.0)
    for node in range(1, nodes):
        values[:, node] *= values[:, (node - 1) // 2]
    return values[:, nodes - 2**levels :].T


def dataset(name, seed=2021, features=10_000):
    """Inputs, targets, and the followed item; the followed feature is the last."""
    np.random.seed(seed)
    feature, item = CORRELATIONS[name]
    targets = np.hstack([tree(features), np.array(feature, float)[:, None]])
    return np.eye(len(targets)), np.ascontiguousarray(targets), item
