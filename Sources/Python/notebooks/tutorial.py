# The notebook tutorial.ipynb is made from this file: python build.py

# %% [markdown]
# # How deep linear networks learn
#
# A network without any nonlinearity can still learn in a nonlinear way. You train such networks to
# map living things (Goldfish, Oak, …) to their features (can swim, has leaves, …), and watch how.
# Their error falls in sudden steps, because they learn one pattern of the data after the other,
# the strongest first. On the way they believe things that no example ever told them, such as
# "sharks have bones". At the end they know exactly what linear regression knows, but they get
# there as children do: from coarse distinctions to fine ones.
#
# This notebook follows the tutorial *Deep linear neural networks* of Neuromatch Academy (Deep
# Learning, W1D2, Tutorial 3, by Saeed Salehi, Spiros Chavlis and Andrew Saxe). It takes about an
# hour. There are four exercises with a check, and seven questions at the end.
#
# | section | minutes |
# |---|---|
# | 1 Install · 2 The data | 5 |
# | 3 Learning in steps | 10 |
# | 4 Exercise: initial weights · 5 Exercise: modes | 15 |
# | 6 Why the strongest first | 5 |
# | 7 Exercise: similarities · 8 Illusions | 15 |
# | 9 Exercise: linear regression | 5 |
# | 10 Your own illusion · 11 Your own data · 12 Other programs | 10 |
# | 13 Questions | as you like |

# %% [markdown]
# ## 1 Install
#
# You need the Python package and, for figures, gnuplot. The package is a file, called a *wheel*,
# that your teacher hands out; on Linux `make packages` in the source folder builds it. In Linux,
# and in WSL on Windows, write in a terminal:
#
# ```
# pip install dlnn_sim-0.2.0-py3-none-manylinux_2_35_x86_64.whl ipywidgets
# sudo apt-get install gnuplot-nox
# ```
#
# In Colab, upload the file, remove the `#` at the beginning of the two lines below, and run the
# cell once. On a Mac, build the program from source, and install gnuplot with Homebrew.

# %%
# %pip install dlnn_sim-0.2.0-py3-none-manylinux_2_35_x86_64.whl
# !apt-get -qq install gnuplot-nox

# %% [markdown]
# Check the installation:

# %%
import shutil
from pathlib import Path

import numpy as np
from IPython.display import display

import dlnn_sim as dl

print(dl.predict("tree"))
print()
print("gnuplot:", "found" if shutil.which("gnuplot") else "missing, so figures cannot be drawn")

# %% [markdown]
# The text above is a prediction from theory: no network was trained yet. You will understand all
# of it in section 6.

# %% [markdown]
# ## 2 The data
#
# Eight items and 10,000 features. Every feature is +1 (yes) or −1 (no). It starts at the root of a
# tree with a random sign, and on each branch it flips with a probability of 15 %. So items that
# are close in the tree have most features in common.
#
# `dl.run` trains a network on a dataset and returns everything that happened. One call is enough
# for the next sections.

# %%
tree = dl.run("tree")
print(tree)

# %%
display(tree.figure("tree"))
display(tree.figure("samples"))

# %% [markdown]
# The inputs are *one-hot*: each item has its own input, so the inputs alone do not tell the
# network that a goldfish resembles a tuna. That has to be learned from the features.

# %%
print("inputs ", tree.inputs.shape)
print("targets", tree.targets.shape)
print("agreement of the items' features (1: all equal, 0: unrelated)")
agreement = tree.targets @ tree.targets.T / tree.targets.shape[1]
print(tree.items)
print(agreement.round(2))

# %% [markdown]
# Compare the matrix with the tree. Which numbers belong to Goldfish and Tuna, to Goldfish and
# Robin, to Goldfish and Oak?

# %% [markdown]
# ## 3 Learning in steps
#
# The network has eight inputs, one hidden layer of 30 units, and 10,000 outputs. It is linear: its
# prediction is W₂W₁x. Gradient descent makes the mean squared error smaller. The initial weights
# are tiny (γ = 10⁻¹²).
#
# Before you run the next cell: which shape do you expect the loss to have?

# %%
tree.figure("loss")

# %% [markdown]
# The loss has steps. To see why, look at the *end-to-end map* W₂W₁. Its singular value
# decomposition writes it as a sum of *modes*: each mode is a pattern over the items, the pattern
# of features that goes with it, and a singular value that says how strong it is. The lower panel
# shows the singular values while the network learns.

# %%
tree.figure("loss-and-modes")

# %% [markdown]
# Each step of the loss is a mode, or a few nearly equal ones, that rises from almost zero. When?
#
# `tree.loss` and `tree.modes` are arrays; row t is the network before update t. The singular
# values in `tree.modes` are sorted anew at each epoch. `tree.mode_strengths` follows each mode of
# the data instead, so a column stays with its mode when two of them cross.

# %%
strengths = tree.mode_strengths
half_learned = (strengths >= strengths[-1] / 2).argmax(axis=0)
for number, (strength, epoch) in enumerate(zip(strengths[-1], half_learned), 1):
    print(f"mode {number}: strength {strength:5.1f} at the end, half of it at epoch {epoch}")

# %% [markdown]
# ### Sliders
#
# Change the learning rate η and the scale γ of the initial weights. The network is trained again
# after each move. Try to find out:
#
# 1. What happens to the steps when γ grows?
# 2. What happens to them when η is halved?
# 3. At which η does the loss begin to oscillate?
#
# (Without ipywidgets, change the numbers in `learn(eta=100, gamma=1e-12)` and run the cell again.)


# %%
def learn(eta=100.0, gamma=1e-12):
    try:
        run = dl.run("tree", analyses="modes", eta=eta, gamma=gamma, epochs=250)
    except dl.DLNNSimError as error:  # for example: training diverged
        print(error)
    else:
        display(run.figure("loss-and-modes"))


try:
    from ipywidgets import FloatLogSlider, FloatSlider, interact
except ImportError:
    learn(eta=100, gamma=1e-12)
else:
    eta = FloatSlider(100, min=20, max=340, step=10, continuous_update=False)
    gamma = FloatLogSlider(1e-12, min=-15, max=1, step=1, readout_format=".0e")
    gamma.continuous_update = False  # train when you let go of the slider
    interact(learn, eta=eta, gamma=gamma)

# %% [markdown]
# A page with all settings, which reacts while you drag, starts with `dl.explore("tree")`.

# %% [markdown]
# ## 4 Exercise: initial weights
#
# A layer with n_in inputs and n_out outputs starts with normally distributed weights of mean 0 and
# standard deviation
#
# $$\sigma = \frac{\gamma}{\sqrt{n_\mathrm{in} + n_\mathrm{out}}}$$
#
# Complete the function. It returns an array with n_out rows and n_in columns.

# %%
generator = np.random.default_rng(2021)


def student_initializer(n_out, n_in, gamma):
    # Your turn: replace the zeros by normally distributed numbers (generator.normal).
    return np.zeros((n_out, n_in))


# %% [markdown]
# The check calls your function for four layers, some of them large. It can tell the usual mistakes
# apart.

# %%
dl.exercises.initializer(student_initializer)

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# ```python
# def student_initializer(n_out, n_in, gamma):
#     sigma = gamma / np.sqrt(n_in + n_out)
#     return generator.normal(0, sigma, size=(n_out, n_in))
# ```
#
# </details>

# %% [markdown]
# ## 5 Exercise: modes
#
# Decompose the end-to-end map of a network with two layers:
#
# $$W_2 W_1 = U S V^\top$$
#
# Return U (with the left singular vectors as columns), the singular values from the largest down,
# and V (with the right singular vectors as columns). NumPy has `np.linalg.svd`; look at what
# exactly it returns, and at its option `full_matrices`.


# %%
def student_decomposition(w1, w2):
    # Your turn. w1 is hidden × inputs, w2 is outputs × hidden.
    inputs, outputs = w1.shape[1], w2.shape[0]
    return np.zeros((outputs, inputs)), np.zeros(inputs), np.zeros((inputs, inputs))


# %%
dl.exercises.decomposition(student_decomposition)

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# ```python
# def student_decomposition(w1, w2):
#     u, s, vt = np.linalg.svd(w2 @ w1, full_matrices=False)
#     return u, s, vt.T
# ```
#
# The signs of singular vectors are arbitrary: if you negate a column of U and the same column of
# V, the product stays the same. The check allows for that.
#
# </details>

# %% [markdown]
# ### Both together: a training loop of your own
#
# With your two functions this loop trains a network, here with 1,000 features. It is all that
# dlnn-sim does, only slower. As long as the exercises are not solved, nothing is learned.


# %%
def train(targets, eta, gamma, epochs, hidden=30):
    items, features = targets.shape
    w1 = student_initializer(hidden, items, gamma)
    w2 = student_initializer(features, hidden, gamma)
    losses, modes = [], []
    for _ in range(epochs + 1):
        error = w2 @ w1 - targets.T  # inputs are one-hot: each column of W₂W₁ is a prediction
        losses.append(np.mean(error**2))
        modes.append(student_decomposition(w1, w2)[1])
        gradient = 2 * error / error.size
        w1, w2 = w1 - eta * w2.T @ gradient, w2 - eta * gradient @ w1.T
    return np.array(losses), np.array(modes)


small = dl.run("tree", analyses="modes", features=1000, eta=30, epochs=300)
losses, modes = train(small.targets, eta=30, gamma=1e-12, epochs=300)
print(f"loss at the end:          dlnn-sim {small.loss[-1]:.2g}, you {losses[-1]:.2g}")
print("half learned at epoch:    dlnn-sim", (small.modes >= small.modes[-1] / 2).argmax(axis=0))
print("                          you     ", (modes >= modes[-1] / 2).argmax(axis=0))

# %% [markdown]
# If your epochs differ from those of dlnn-sim by a few, all is well: your initial weights are other
# random numbers.

# %% [markdown]
# ## 6 Why the strongest first
#
# Follow each mode of the *data* through the training: a(t) says how much of the mode the network
# has learned. From small initial weights, and with one-hot inputs, each mode grows almost on its
# own:
#
# $$\frac{1}{\varepsilon} \frac{da}{dt} = 2 a (s - a), \qquad \varepsilon = \frac{2\eta}{P N}$$
#
# Here s is the strength of the mode in the data, and P·N is the number of items times the number
# of features. The equation has an exact solution, an S-shaped curve. At first the growth is
# exponential with the rate 2εs. So strong modes leave zero first, and each mode spends most of
# its time waiting. It is half learned after
#
# $$t_{1/2} \approx \frac{1}{2 \varepsilon s} \ln \frac{s}{a_0}$$
#
# so strength times epoch should be nearly the same for all modes. Is it?

# %%
prediction = dl.predict("tree")
print(f"ε = {prediction['effectiveLearningRate']:.4f} = 1/{prediction['timeConstant']:.0f}\n")
print("mode  strength  predicted  simulated  strength × epoch")
for number, (mode, epoch) in enumerate(zip(prediction["modes"], half_learned), 1):
    strength = mode["singularValue"]
    expected = mode["halfRiseEpoch"]
    print(f"{number:4}  {strength:8.1f}  {expected:9}  {epoch:9}  {strength * epoch:16,.0f}")

# %% [markdown]
# The predictions come from the data and the initial weights alone. (They use the version of the
# equation for single epochs. The formula above is for very small steps; at η = 100 it is about 15
# epochs early.) In the figure theory is dashed.

# %%
tree.figure("mode-strengths")

# %% [markdown]
# The modes also tell you how far the loss falls. Before learning it is 1, because the features are
# ±1. A mode of strength s reduces it by s²/(P·N). Compare these numbers with the plateaus in
# section 3.

# %%
in_data = np.array([mode["singularValue"] for mode in prediction["modes"]])
shares = in_data**2 / tree.targets.size
print("share of each mode ", shares.round(3))
print("loss after it      ", (1 - shares.cumsum()).round(3))

# %% [markdown]
# ## 7 Exercise: similarities
#
# How does the network represent the items? Take the activity of the hidden layer, a row for each
# item, and compare all pairs of rows by their dot product. The result is the *representational
# similarity matrix* (RSM).
#
# Complete the function. It gets the activity H (items × units) and returns a matrix of items ×
# items.


# %%
def student_similarity(h):
    # Your turn.
    items = len(h)
    return np.zeros((items, items))


# %%
dl.exercises.similarity(student_similarity)

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# ```python
# def student_similarity(h):
#     return h @ h.T
# ```
#
# This is the dot product. The cosine of the angle between two rows would be divided by their
# lengths; it does not show that the activity grows.
#
# </details>

# %% [markdown]
# ### Similarities over time
#
# `tree.rsm[t]` is the similarity matrix at epoch t. Here are three of them, as numbers and as a
# figure.

# %%
print(tree.items)
for epoch in (94, 116, 138):
    print(f"epoch {epoch}")
    print(tree.rsm[epoch].round(0).astype(int))

# %%
tree.figure("rsa")

# %% [markdown]
# At epoch 94 all items are alike. At epoch 116 the network separates animals and plants, at 138
# fish and birds, and flowers and trees. Only then do single items separate. This is *progressive
# differentiation*: coarse distinctions first, fine ones last, as in the semantic development of
# children.
#
# The next figure shows the mean similarity of an item with itself, with its sibling, and with more
# distant relatives.

# %%
tree.figure("rsa-over-time")

# %% [markdown]
# ## 8 Illusions
#
# The dataset `shark-bones` has one more feature: Tuna, Robin and Canary have bones. The plants
# have none, and neither has the shark. The data say so in every epoch. Before you run the cell:
# what does the network predict for the shark on its way to −1?

# %%
shark = dl.run("shark-bones")
shark.figure("illusion")

# %%
course = shark.findings["illusion"]["course"]
for span in course["wrongSide"]:
    print(f"on the wrong side from epoch {span['first']} to {span['last']}")
print(f"worst: {course['worst']['value']:+.2f} at epoch {course['worst']['epoch']}")
for epoch in (0, 99, 125, 150, 193, 250):
    print(f"epoch {epoch:3}: prediction {shark.prediction[epoch]:+.2f}")

# %% [markdown]
# The first mode is what all living things share; three of eight have bones, so the prediction
# falls to about −¼. The second mode is "animal or plant". Three of four animals have bones, so now
# the network predicts bones for the shark: about +½. Then it separates fish from birds: one of two
# fish has bones, so the prediction goes to 0. The weakest modes separate the shark from the tuna.
# They are learned last, and correct the error.
#
# The next figure is the same prediction, split into what each mode contributes.

# %%
shark.figure("illusion-modes")

# %% [markdown]
# The second example: living things cannot speak, but the parrot can. `cannot_speak` is true of all
# items but one.

# %%
parrot = dl.run("parrot-speak", analyses="illusion")
print(parrot)
parrot.figure("illusion")

# %% [markdown]
# ### Is depth needed?
#
# Take the hidden layer away. Everything else stays: data, γ, the mean squared error. (The learning
# rate is larger, so that both networks finish in a similar time. Compare the shapes, not the
# epochs.)

# %%
shallow = dl.run("shark-bones", analyses="modes", hidden=None)
print(shallow)
for epoch in (0, 28, 91, 250):
    print(f"epoch {epoch:3}: prediction for the shark {shallow.prediction[epoch]:+.2f}")
shallow.figure("loss-and-modes")

# %% [markdown]
# No steps, and no illusion. Without a hidden layer da/dt is proportional to s − a, and not to a(s
# − a): no mode waits, and all are learned at the same pace. The prediction goes straight from 0 to
# −1.

# %% [markdown]
# ## 9 Exercise: linear regression
#
# What do both networks learn in the end? The linear map with the smallest squared error. With
# samples as columns of X and Y:
#
# $$W^* = Y X^\top (X X^\top)^{-1}$$
#
# Complete the function.


# %%
def student_regression(x, y):
    # Your turn. x is inputs × samples, y is outputs × samples; the map is outputs × inputs.
    return np.zeros((len(y), len(x)))


# %%
dl.exercises.regression(student_regression)

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# ```python
# def student_regression(x, y):
#     return np.linalg.solve(x @ x.T, x @ y.T).T
# ```
#
# `y @ x.T @ np.linalg.inv(x @ x.T)` is the formula word by word, and passes too. Solving the
# equations is more accurate than inverting a matrix.
#
# </details>

# %% [markdown]
# Now compare the networks with linear regression, in the data of the regression exercise. Both
# arrive at the same map, by different paths. (The vertical axis is the distance to the map of
# linear regression.)

# %%
noisy = dl.run("noisy-linear", analyses="regression")
print(noisy)
noisy.figure("regression")

# %% [markdown]
# ## 10 Your own illusion
#
# An illusion needs an exception that is *outvoted* in its group. There are three ways to describe
# yours.
#
# **From arrays.** A row for each item, a column for each feature, and the prediction to follow.

# %%
birds = dl.run(
    items=["Robin", "Eagle", "Swan", "Penguin", "Dog", "Cat"],
    names=["has feathers", "has a beak", "lays eggs", "has wings", "can fly"],
    features=[
        [1, 1, 1, 1, 1],
        [1, 1, 1, 1, 1],
        [1, 1, 1, 1, 1],
        [1, 1, 1, 1, -1],
        [-1, -1, -1, -1, -1],
        [-1, -1, -1, -1, -1],
    ],
    probe=("Penguin", "can fly"),
    analyses="illusion",
)
print(birds)
birds.figure("illusion")

# %% [markdown]
# **With a tree.** The 10,000 features are sampled on your tree; you add one feature, and the item
# that is followed.

# %%
platypus = dl.run(
    tree={
        "animals": {
            "mammals": ["Dog", "Cat", "Horse", "Platypus"],
            "birds": ["Robin", "Eagle", "Canary", "Owl"],
        },
        "plants": {
            "flowers": ["Rose", "Daisy", "Tulip", "Violet"],
            "trees": ["Pine", "Oak", "Birch", "Maple"],
        },
    },
    feature="gives_birth",
    holds_for=["Dog", "Cat", "Horse"],
    probe="Platypus",
    analyses="illusion",
)
print(platypus)
platypus.figure("illusion")

# %% [markdown]
# **From a file**, to share it. With the eight items of the tutorial, four lines are enough.

# %%
file = Path("my-cactus.yaml")
file.write_text(
    """summary: Plants have leaves, but the cactus does not
rename: {Daisy: Cactus}
feature: has_leaves
holds-for: [Rose, Pine, Oak]
""",
    encoding="utf-8",
)
cactus = dl.run(file, analyses="illusion")
print(cactus)
cactus.figure("illusion")

# %% [markdown]
# Now invent one: an exception from medicine, politics, music, or your own field. Change one of the
# cells above. Predict the course first: the mean of the feature over all items, then over the
# group of your exception, then over smaller groups.

# %% [markdown]
# ## 11 Your own data
#
# A spreadsheet works too. Save it as CSV, with the features' names in the first line and the
# items' names in the first column.

# %%
table = Path("my-instruments.csv")
table.write_text(
    """instrument,has strings,is blown,is bowed,is plucked,is made of wood,has keys
Violin,yes,no,yes,no,yes,no
Cello,yes,no,yes,no,yes,no
Guitar,yes,no,no,yes,yes,no
Harp,yes,no,no,yes,yes,no
Piano,yes,no,no,no,yes,yes
Flute,no,yes,no,no,no,no
Trumpet,no,yes,no,no,no,no
Clarinet,no,yes,no,no,yes,no
""",
    encoding="utf-8",
)
instruments = dl.run(table, probe=("Piano", "has keys"), analyses=["illusion", "modes", "rsa"])
print(instruments)
instruments.figure("illusion")

# %% [markdown]
# Which instruments does each mode separate? The text above names them, the strongest mode first.
# The learning rate and the number of epochs were chosen to suit the size of your table; `eta=` and
# `epochs=` change them.

# %% [markdown]
# ## 12 Other programs
#
# All arrays are NumPy arrays. `tree.to_pandas()` and `tree.to_xarray()` return tables and labelled
# arrays, `tree.figure("loss").save("loss.pdf")` saves a figure, and `tree.report("tree.html")`
# writes the whole run as one page.
#
# Compare the network with a brain: [rsatoolbox](https://rsatoolbox.readthedocs.io) takes
# dissimilarities. From dot products G the squared distance between the activity of two items is
# G_ii + G_jj − 2G_ij.

# %%
epochs = np.array([94, 116, 138, 187, 250])
dot_products = np.array([tree.rsm[epoch] for epoch in epochs])
squares = np.diagonal(dot_products, axis1=1, axis2=2)
dissimilarities = squares[:, :, None] + squares[:, None, :] - 2 * dot_products
print("squared distance of Goldfish to Tuna, Robin, Oak")
for epoch, matrix in zip(epochs, dissimilarities):
    print(f"epoch {epoch:3}: {matrix[0, 1]:5.1f}  {matrix[0, 2]:5.1f}  {matrix[0, 7]:5.1f}")

try:
    import rsatoolbox
except ImportError:
    print("For the next step install rsatoolbox.")
else:
    rdms = rsatoolbox.rdm.RDMs(
        np.array([matrix[np.triu_indices(len(matrix), 1)] for matrix in dissimilarities]),
        dissimilarity_measure="squared euclidean",
        rdm_descriptors={"epoch": epochs.tolist()},
        pattern_descriptors={"item": tree.items},
    )
    print(rdms)

# %% [markdown]
# ## 13 Questions
#
# Write your answer into the cell below each question, and open the solution afterwards. The empty
# cells are for your experiments. All numbers are for seed 2021.

# %% [markdown]
# ### 1 Why are there steps in the loss, and would you see them elsewhere?
#
# Try `flip=0.5` (features without structure, `epochs=400`), `hidden=None`, and `hidden=[30, 30]`.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# A step is one mode, or a group of equally strong ones, that is learned. Modes wait near zero for
# much longer than they take to rise, and weak ones wait longest: they are half learned at epochs
# 94, 116, 137–138 and 186–188.
#
# Three things are needed. A hidden layer: without one all eight modes are half learned at epoch
# 28. Small initial weights: see question 3. And data with strong and weak modes: with `flip=0.5`
# all strengths lie between 98 and 103, and there is one step, at epochs 134–140. Where these three
# come together you see steps in other deep networks too: with two hidden layers (`hidden=[30,
# 30]`, γ = 0.1) the modes are half learned between epochs 317 and 831.
#
# </details>

# %% [markdown]
# ### 2 Which η and γ are fastest and still stable?
#
# The sliders of section 3 help. `dl.predict("tree")["largestStableLearningRate"]` is a hint.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# The largest stable rate, 253.6, follows from the strongest mode: ε must stay below 1/s₁. With γ =
# 10⁻¹² the loss is below 0.01 from epoch 369 (η = 50), 192 (100), 103 (200), 92 (228). At η = 300
# it oscillates, and at 340 it diverges at epoch 208. Larger initial weights are faster too: at η =
# 100 and γ = 10⁻¹⁵, 10⁻⁹, 10⁻³ and 1 the loss is below 0.01 from epoch 234, 149, 65 and 23. But
# then there are no steps to see.
#
# </details>

# %% [markdown]
# ### 3 Can the steps be kept at large γ by tuning η?
#
# Compare `gamma=1, epochs=25` with `gamma=1, eta=10, epochs=250`.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# No. With γ = 1 the modes are half learned at epochs 11 to 20, and with a tenth of the rate at
# epochs 92 to 185: the same curve, ten times as slow. The learning rate stretches time; it does
# not change the order or the overlap of the modes. The initial weights decide how long a mode
# waits compared with its rise.
#
# </details>

# %% [markdown]
# ### 4 How are singular values related to explained variance?
#
# Use the numbers at the end of section 6.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# A mode of strength s explains s²/(P·N) of the variance: mode 1 (157.7) 31.1 %, mode 2 (121.8)
# 18.5 %, modes 3 and 4 (100.5 and 100.3) 12.6 % each, modes 5 to 8 together the remaining quarter.
# The plateau of the loss is what is not yet explained: 0.689, 0.504, 0.252.
#
# </details>

# %% [markdown]
# ### 5 Which mode is "fish or bird"?
#
# `dl.run("tree", analyses="modes").findings["modes"]["modes"]` says which items each mode
# separates. Try `seed=3` as well.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# Modes 3 and 4 together. Their strengths, 100.5 and 100.3, are so close that chance decides how
# they mix: mode 3 separates fish and trees from birds and flowers, mode 4 fish and flowers from
# birds and trees. At seed 3 the strengths, 102.4 and 100.4, are farther apart, and mode 3 is "fish
# or bird" alone. The similarity matrix does not depend on the mixture.
#
# </details>

# %% [markdown]
# ### 6 Which illusions could a network have in medicine, nature, society?
#
# Section 10 shows how to build yours. Look also at the datasets `silent-infarction` and
# `quiet-neighbour`.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# Wherever a group outvotes an exception. Medicine: a heart attack without pain, which the network
# expects to hurt (`silent-infarction`, on the wrong side from epoch 152 to 245, worst +0.50).
# Society: a quiet person in a loud street (`quiet-neighbour`, 130 to 213, worst +0.52). No example
# in the data says anything false about the exception; the prejudice comes from the order of
# learning. As a control, let the group have no exception (`bones-before-shark`): no illusion.
#
# </details>

# %% [markdown]
# ### 7 Why does a network without a hidden layer learn no representation?
#
# Try `dl.run("tree", analyses="rsa", hidden=None)`; it raises an error, and the error gives the
# reason.

# %%


# %% [markdown]
# *Your answer:*

# %% [markdown]
# <details>
# <summary>Solution</summary>
#
# A representation lives between input and output. Without a hidden layer there are only the
# one-hot labels, and any two of them have the dot product 0 from the first epoch to the last. Only
# a hidden layer can bring related items together. Related items then share weights, and so what is
# learned about one item changes the prediction for the others: that is why there are steps, and
# illusions.
#
# </details>

# %% [markdown]
# ## Where to read on
#
# - Saxe, McClelland and Ganguli (2019), *A mathematical theory of semantic development in deep
#   neural networks*, PNAS 116, 11537–11546.
#   [doi:10.1073/pnas.1820226116](https://doi.org/10.1073/pnas.1820226116)
# - Saxe, McClelland and Ganguli (2013), *Exact solutions to the nonlinear dynamics of learning in
#   deep linear neural networks*. [arXiv:1312.6120](https://arxiv.org/abs/1312.6120)
# - The notebook `research.ipynb` beside this one: many runs, your own data, and a comparison with
#   PyTorch.
