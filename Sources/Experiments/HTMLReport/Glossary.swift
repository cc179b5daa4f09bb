/// The terms of the field, explained in a sentence each, for the report, the live page and the reference documentation.
public enum Glossary {
  /// A term and what it means.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The term.
    public let word: String
    /// Its meaning: a sentence without a full stop. The tutorial's word follows in parentheses where it differs.
    public let meaning: String

    fileprivate init(_ word: String, _ meaning: String) { (self.word, self.meaning) = (word, meaning) }
  }

  /// The terms, in the order in which a newcomer meets them.
  ///
  /// After a change: `make reference`.
  public static let entries: [Entry] = [
    Entry("item", "what the network is asked about, such as a fish or a tree"),
    Entry("feature", "what the network predicts for an item, such as ‘can fly’: often +1 for yes and −1 for no"),
    Entry("hidden layer", "the units between input and output, where the network represents the items"),
    Entry(
      "network without a hidden layer",
      """
      a network with a single weight matrix from input to output, used for comparison: it learns all modes at the same pace, \
      so there are no stages (the tutorial: zero-depth network; elsewhere also: shallow network)
      """),
    Entry(
      "end-to-end map",
      "the product of all weight matrices, W_tot = W_D … W_1, which gives the network's prediction for each input"),
    Entry(
      "seed", "the number from which all random data and initial weights are made: the same seed gives the same run"),
    Entry(
      "initial scale γ",
      """
      how large the random initial weights are: in a layer with n_in inputs and n_out outputs their standard deviation is \
      γ/√(n_in + n_out); the smaller γ is, the later and clearer the stages are
      """),
    Entry("epoch", "one step of training: the network sees every item once, then all weights change a little"),
    Entry(
      "loss",
      """
      the mean squared error over all predictions, Σ (prediction − target)² / (P·N) for P items and N features; 0 is perfect
      """),
    Entry(
      "learning rate η",
      "how large the steps of training are: in each epoch the weights change by −η times the gradient of the loss"),
    Entry(
      "effective learning rate ε",
      "2η/(P·N) for P items and N features: the step size that acts on the weights, so 1/ε is the natural unit of time"),
    Entry(
      "largest stable learning rate",
      "the largest learning rate at which training is stable; above it the loss oscillates or diverges"),
    Entry(
      "input–output correlation Σ_yx",
      "Σ_yx = Yᵀ X, how strongly each feature goes with each input; its modes determine what is learned first"),
    Entry(
      "regression map W*",
      """
      the linear map with the smallest squared error, W* = Yᵀ X (Xᵀ X)⁻¹, which training approaches; with one-hot inputs \
      W* = Σ_yx = Yᵀ
      """),
    Entry(
      "mode",
      """
      a pattern in the data that is learned as a whole: some items (v), the features they share (u) and a singular value (s); \
      the data are the sum of their modes, Σ s·u·vᵀ
      """),
    Entry(
      "singular value",
      """
      the number s that gives the size of a mode: modes with a large one are learned first (the tutorial calls the singular \
      values of the end-to-end map modes)
      """),
    Entry(
      "strength (of a mode)",
      """
      how much of a mode the network has learned so far, a = uᵀ W_tot v; with one-hot inputs it grows from almost 0 to the \
      mode's singular value
      """),
    Entry(
      "share of the variance",
      "of a mode with the singular value s: s²/Σs² over all modes, its part of the targets' sum of squares (features are not centred)"
    ),
    Entry(
      "relevant mode",
      """
      a mode whose singular value is at least a twentieth of the largest one; weaker modes are ignored when the number of \
      epochs is chosen
      """),
    Entry(
      "half-rise",
      "the first epoch at which a mode has at least half of the strength it is to reach; the mode is then half learned"),
    Entry("stage", "modes that are learned at about the same time, so that the loss falls in one step"),
    Entry("plateau", "a value at which the loss or a prediction stays almost constant between two stages"),
    Entry(
      "level",
      "a generation in the tree of items: level 0 is all items, level 1 the largest groups, further levels the groups within"
    ),
    Entry(
      "staging index",
      """
      how clearly levels are learned one after another: the time between the half-rises of two successive levels, divided by \
      the time in which the later one rises from a tenth to nine tenths, on average; 0 means all at once, above 1 means \
      plateaus in between
      """),
    Entry("probe", "an item and a feature, such as Shark has_bones, whose prediction is followed"),
    Entry(
      "illusion",
      """
      a prediction that moves away from the truth for a while, because a strong mode is learned before the weaker mode that \
      corrects it (the tutorial: illusory correlation)
      """),
    Entry(
      "on the wrong side",
      """
      farther from the target than the initial prediction was, by more than a hundredth of the feature's range; with targets \
      of ±1 and small initial weights: more than 0.02 on the other side of zero
      """),
    Entry(
      "converged",
      """
      close to the target for at least the last fiftieth of the run: a prediction within a twentieth of the feature's range \
      (0.1 for targets of ±1), a whole run within a thousandth of what it can learn
      """
    ),
    Entry(
      "similarity matrix",
      """
      how similar the hidden layer's activity is for each pair of items, H Hᵀ (RSM, representational similarity matrix; its \
      analysis is RSA)
      """),
    Entry(
      "theory",
      "the course of learning, computed from the data and the initial weights without training (dashed lines in the figures)"
    ),
    Entry(
      "reduced engine",
      """
      the default way to train: it keeps only the directions of the output that the targets and the initial weights span, \
      so it is fast and gives the same results as training the full network
      """),
    Entry(
      "phase",
      "a part of a training in which the same is taught; the weights go on from phase to phase, and all phases together are a history"
    ),
    Entry(
      "old items, new items",
      """
      at a switch between phases, what was shown before and is left out now, and what is shown for the first time or with other \
      features; if nothing is left out, the old items are those that are not taught anything else
      """),
    Entry(
      "typicality", "how much of a mode an item has, its entry v of the mode's vector over the items"),
  ]
}
