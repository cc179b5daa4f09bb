"""The tutorial's training with NumPy in 64 bits, gradients by hand."""

import numpy as np

from tutorial import EPOCHS, ETA


def train(inputs, targets, item, weights):
    """Loss, singular values, similarity and one prediction at every state."""
    first, last = (weight.copy() for weight in weights)
    items, features = targets.shape
    losses, probe = np.zeros(EPOCHS + 1), np.zeros(EPOCHS + 1)
    modes, similarities = np.zeros((EPOCHS + 1, items)), np.zeros((EPOCHS + 1, items, items))
    for epoch in range(EPOCHS + 1):
        hidden = inputs @ first.T
        residual = hidden @ last.T
        probe[epoch] = residual[item, -1]
        residual -= targets
        losses[epoch] = np.mean(residual * residual)
        modes[epoch] = np.linalg.svd(last @ first, full_matrices=False, compute_uv=False)
        similarities[epoch] = hidden @ hidden.T
        if epoch == EPOCHS:
            break
        residual *= 2 / (items * features)
        change = residual.T @ hidden
        first -= ETA * (last.T @ residual.T @ inputs)
        last -= ETA * change
    return losses, probe, modes, similarities
