/// The words of the field, explained in a sentence each: one list for the report, the page and the reference documentation.
public enum Glossary {
  /// A word and what it means.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The word.
    public let word: String
    /// Its meaning: a sentence without a full stop.
    public let meaning: String
  }

  /// The words, in the order in which a newcomer meets them.
  public static let entries: [Entry] = [
    ("item, feature", "what the network is asked about (a fish, a tree) and what it answers (has bones, can fly)"),
    ("epoch", "one step of learning: every item is shown once, and all weights are changed a little"),
    ("loss", "the mean squared error of all answers: 0 when everything is right"),
    (
      "mode",
      "a pattern in the data that is learned as one: some items, the features they share, and a strength (a singular value); all modes together are the data"
    ),
    ("half learned", "the epoch at which a mode has half of its final strength; strong modes come first"),
    ("stage", "modes that are learned at about the same time: the loss falls in a step"),
    ("plateau", "a value at which the loss or a prediction rests between two stages"),
    (
      "illusion",
      "a prediction that first moves away from the truth, because a strong mode says something that only a later mode corrects"
    ),
    ("on the wrong side", "further from the truth than at the start: for a target of −1 above 0, for +1 below"),
    ("converged", "close to the target from here on until the end"),
    ("probe", "the one prediction that is followed: a feature of an item"),
    (
      "learning rate η",
      "how much the weights change at each epoch; above the largest stable rate the loss bounces or diverges"
    ),
    (
      "effective learning rate ε",
      "2η divided by the number of all targets (items × features): what acts on the weights, so that 1/ε is the natural unit of time"
    ),
    (
      "initial scale γ",
      "how large the random weights are at the start: the smaller, the later and the clearer the stages"
    ),
    ("hidden layer", "the numbers between input and output, where the network represents the items"),
    (
      "without a hidden layer",
      "the same data learned by weights straight from input to output, for comparison: all modes begin at once, so there are no stages"
    ),
    ("end-to-end map", "all weight matrices multiplied: what the network answers to each input"),
    ("RSM", "representational similarity matrix: how alike the hidden layer represents each pair of items"),
    ("theory", "the exact course of learning, calculated from data and initial weights alone (dashed lines)"),
  ].map(Entry.init)
}
