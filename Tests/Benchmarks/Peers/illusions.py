"""Two illusions as a script draws them with PyTorch and Matplotlib: python illusions.py FOLDER"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

import pytorch_peer
import tutorial

for name in tutorial.CORRELATIONS:
    inputs, targets, item = tutorial.dataset(name)
    _, probe, modes, _ = pytorch_peer.train(inputs, targets, item, pytorch_peer.start(targets))
    shallow = pytorch_peer.start(targets, hidden=None)
    _, control, _, _ = pytorch_peer.train(inputs, targets, item, shallow, eta=1000)
    figure, left = plt.subplots(figsize=(11, 5.8))
    right = left.twinx()
    right.plot(modes, linewidth=1)
    left.plot(probe, "k", linewidth=3)
    left.plot(control, "k:")
    left.set(xlabel="epoch", ylabel="prediction", ylim=(-1.05, 1.05))
    right.set_ylabel("singular value")
    figure.savefig(f"{sys.argv[1]}/{name}.svg")
