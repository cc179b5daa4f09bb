"""The tutorial's training with JAX in 64 bits, compiled as a whole."""

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy as np

from tutorial import EPOCHS, ETA


@jax.jit
def compiled(inputs, targets, item, weights):
    def loss_of(weights):
        hidden = inputs @ weights[0].T
        predictions = hidden @ weights[1].T
        return jnp.mean((predictions - targets) ** 2), (hidden, predictions[item, -1])

    def step(weights, _):
        (loss, (hidden, probe)), gradients = jax.value_and_grad(loss_of, has_aux=True)(weights)
        modes = jnp.linalg.svd(weights[1] @ weights[0], full_matrices=False, compute_uv=False)
        moved = [weight - ETA * gradient for weight, gradient in zip(weights, gradients)]
        return moved, (loss, probe, modes, hidden @ hidden.T)

    return jax.lax.scan(step, weights, None, length=EPOCHS + 1)[1]


def train(inputs, targets, item, weights):
    """Loss, singular values, similarity and one prediction at every state."""
    return [np.asarray(part) for part in jax.block_until_ready(compiled(inputs, targets, item, weights))]
