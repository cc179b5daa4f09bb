# The notebook research.ipynb is made from this file: python build.py

# %% [markdown]
# # dlnn-sim in research
#
# Four things that you may need: a sweep as a labelled array, data of your own, theory beside
# simulation, and a comparison with your own PyTorch code. The notebook `tutorial.ipynb` beside
# this one explains the phenomena.
#
# You need the package `dlnn_sim`, pandas and xarray (`pip install pandas xarray`) and, for figures,
# gnuplot (`apt-get install gnuplot-nox`). PyTorch is optional.

# %%
import time

import numpy as np
import pandas as pd

import dlnn_sim as dl

pd.set_option("display.precision", 3)

# %% [markdown]
# ## 1 A sweep as a labelled array
#
# How sharp are the stages at different initial scales γ and learning rates η? `dl.sweep` trains
# with every combination and returns a row for each run. The *staging index* is the time between
# two successive stages, divided by the time that a stage takes. At 0 everything is learned at
# once; above 1 the loss has plateaus.

# %%
start = time.perf_counter()
table = dl.sweep(
    "tree",
    vary={"gamma": [1e-12, 1e-9, 1e-6, 1e-3, 1], "eta": [50, 100, 200], "seed": range(1, 5)},
    epochs=500,
)
print(f"{len(table)} runs in {time.perf_counter() - start:.1f} s")
table[["gamma", "eta", "seed", "converged_epoch", "staging_index", "half_rise_level_1"]].head()

# %% [markdown]
# With the varied settings as index, the table becomes an xarray Dataset with a dimension for each
# of them.

# %%
sweep = table.set_index(["gamma", "eta", "seed"]).to_xarray()
staging = sweep["staging_index"].mean("seed")
staging.to_pandas()

# %%
sweep["staging_index"].std("seed").to_pandas()

# %% [markdown]
# The columns hardly differ: γ decides whether there are stages, η only how many epochs they take.
# For long sweeps give a `folder`: the same call continues a sweep that was interrupted. The
# program's own command `dlnn-sim sweep` also runs on clusters.
#
# A single run is an xarray Dataset too, with all arrays over time.

# %%
run = dl.run("tree")
arrays = run.to_xarray()
arrays

# %%
arrays["rsm"].sel(epoch=138, item="Goldfish").to_pandas()

# %% [markdown]
# ## 2 Data of your own
#
# Any array of items × features will do, or a DataFrame with names. Here are twelve items in three
# groups, with 60 features that are partly shared. The inputs are one-hot.

# %%
generator = np.random.default_rng(1)
general = generator.normal(size=(1, 60))
of_group = np.repeat(generator.normal(size=(3, 60)), 4, axis=0)
of_item = generator.normal(size=(12, 60))
values = general + 0.8 * of_group + 0.4 * of_item
data = pd.DataFrame(
    values.round(3),
    index=[f"{group}{number}" for group in "ABC" for number in range(1, 5)],
    columns=[f"f{number}" for number in range(1, 61)],
)
own = dl.run(features=data)
print(own)
print("settings:", own.settings)

# %% [markdown]
# The learning rate and the number of epochs were chosen to suit the data. `own.findings` has all
# results as numbers, and `own.record` everything that is needed to repeat the run.

# %%
own.figure("loss-and-modes")

# %% [markdown]
# ## 3 Prediction and simulation
#
# `dl.predict` computes from the data and the initial weights when each mode is half learned,
# without training.

# %%
predicted = dl.predict(features=data)
strengths = own.mode_strengths
simulated = (strengths >= strengths[-1] / 2).argmax(axis=0)
comparison = pd.DataFrame(predicted["modes"])
comparison.index = pd.RangeIndex(1, len(comparison) + 1, name="mode")
comparison["simulated"] = simulated
comparison

# %% [markdown]
# The theory assumes small initial weights. How far does it hold? The next cell compares whole
# curves: the largest difference between the predicted and the simulated loss.

# %%
for gamma in (1e-6, 1e-3, 1e-2, 1e-1):
    loss = dl.run("tree", analyses="loss", gamma=gamma).findings["loss"]
    print(f"γ = {gamma:.0e}: largest difference in the loss {loss['largestTheoryError']:.1e}")

# %% [markdown]
# ## 4 Comparison with PyTorch
#
# The program draws the same random numbers as PyTorch, so a training loop of your own can start
# from the same weights: create the layers after `torch.manual_seed(seed)`, then draw each weight
# again with the standard deviation γ/√(n_in + n_out). The loss is the mean over all P·N entries;
# plain gradient descent with the learning rate η uses the whole data in each epoch.

# %%
try:
    import torch
except ImportError:
    torch = None
    print("PyTorch is not installed, so the comparison is skipped.")


def train_torch(targets, eta, gamma, epochs, seed, dtype, hidden=30):
    torch.manual_seed(seed)
    items, features = targets.shape
    model = torch.nn.Sequential(
        torch.nn.Linear(items, hidden, bias=False),
        torch.nn.Linear(hidden, features, bias=False),
    )
    for layer in model:
        n_out, n_in = layer.weight.shape
        torch.nn.init.normal_(layer.weight, mean=0.0, std=gamma / (n_in + n_out) ** 0.5)
    model.to(dtype)  # the weights are drawn in 32 bits in any case
    inputs, wanted = torch.eye(items, dtype=dtype), torch.tensor(targets, dtype=dtype)
    optimizer = torch.optim.SGD(model.parameters(), lr=eta)
    losses = []
    for _ in range(epochs + 1):
        loss = torch.nn.functional.mse_loss(model(inputs), wanted)
        losses.append(loss.item())  # before the update, as in run.loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return np.array(losses)


if torch is not None:
    settings = {key: run.settings[key] for key in ("eta", "gamma", "epochs", "seed")}
    for dtype in (torch.float64, torch.float32):
        losses = train_torch(run.targets, **settings, dtype=dtype)
        print(f"{dtype}: largest difference in the loss {np.abs(losses - run.loss).max():.1e}")

# %% [markdown]
# In 64 bits both agree to about 10⁻⁹. In 32 bits, PyTorch's default and that of the tutorial, it
# is up to 0.003: rounding errors are then larger than tiny initial weights can bear, and shift the
# steps a little. If your numbers differ by more, look at these first: the reduction of the loss
# (mean over all entries, not over items), biases, and whether you record before or after the
# update.
