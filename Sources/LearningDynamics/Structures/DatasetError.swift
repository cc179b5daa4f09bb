internal import Support

/// An error in a dataset; each case says what is wrong and how to fix it.
public enum DatasetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No items, no features or no inputs.
  case empty(dataset: String)
  /// Rows and columns do not match the names.
  case shapes(dataset: String, items: Int, features: Int, inputRows: Int, targets: (rows: Int, columns: Int))
  /// The known map has the wrong shape.
  case trueMap(dataset: String, shape: (rows: Int, columns: Int))
  /// NaN or an infinity among inputs or targets.
  case notFinite(dataset: String)
  /// Numbers that say how often items are shown, and cannot.
  case frequencies(dataset: String, reason: String)
  /// A phase that cannot be taught; phases count from 1.
  case phase(dataset: String, phase: Int, reason: String)
  /// A probe outside the targets.
  case probe(dataset: String, item: Int, feature: Int, items: Int, features: Int)
  /// A name that is empty or too long, or has a character that cannot be shown.
  case unreadableName(dataset: String, name: String)
  /// A group of a tree whose name is empty or too long, or has a character that cannot be shown.
  case unreadableGroup(name: String)
  /// Two items or two features with the same name.
  case repeatedName(dataset: String, name: String)
  /// A feature with too many or too few values.
  case valueCount(dataset: String, feature: String, values: Int, items: Int)
  /// An item that is not in the dataset.
  case unknownItem(dataset: String, item: String, items: [String])
  /// A feature that is not in the dataset, with advice.
  case unknownFeature(dataset: String, feature: String, advice: String)
  /// A text that is not a probe of the dataset.
  case unknownCell(dataset: String, cell: String, reason: String)
  /// A regular tree with too many leaves.
  case tooManyLeaves(levels: Int, branches: Int, limit: Int)
  /// Too many named items.
  case tooManyItems(items: Int, limit: Int)
  /// An empty group of a tree.
  case emptyGroup(name: String?)
  /// A parameter outside its range.
  case parameter(name: String, value: Double, allowed: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .empty(let dataset):
      "The dataset '\(dataset)' is empty: it needs at least one item, one feature and one input."
    case .shapes(let dataset, let items, let features, let inputRows, let targets):
      """
      The dataset '\(dataset)' is inconsistent: \(items) items and \(features) features, but \(inputRows) rows \
      of inputs and \(targets.rows) × \(targets.columns) targets. Give one row for each item and one column for each \
      feature.
      """
    case .trueMap(let dataset, let shape):
      """
      The true map of the dataset '\(dataset)' is \(shape.rows) × \(shape.columns). Give one row for each feature and \
      one column for each input.
      """
    case .notFinite(let dataset):
      "The dataset '\(dataset)' has values that are not finite. Replace NaN and infinities by numbers."
    case .frequencies(let dataset, let reason):
      "The frequencies of the dataset '\(dataset)' cannot be used: \(reason). Give each item a number from 0 up, one above 0."
    case .phase(let dataset, let phase, let reason):
      "Phase \(phase) of '\(dataset)' cannot be taught: \(reason)."
    case .probe(let dataset, let item, let feature, let items, let features):
      """
      The probe of the dataset '\(dataset)' is item \(item), feature \(feature), outside its \(items) × \
      \(features) targets. Both count from 0.
      """
    case .unreadableName(let dataset, let name):
      Self.unreadable(name, of: "dataset '\(dataset.shortened.legible)'")
    case .unreadableGroup(let name):
      Self.unreadable(name, of: "tree")
    case .repeatedName(let dataset, let name):
      "The dataset '\(dataset)' uses the name '\(name)' twice. Names of items, and names of features, must be unique."
    case .valueCount(let dataset, let feature, let values, let items):
      "The feature '\(feature)' of '\(dataset)' has \(values) values for \(items) items. Give one for each item."
    case .unknownItem(let dataset, let item, let items):
      "The dataset '\(dataset)' has no item '\(item)'. \(NearestName.advice(for: item, among: items, kind: "items"))"
    case .unknownFeature(let dataset, let feature, let advice):
      "The dataset '\(dataset)' has no feature '\(feature)'. \(advice)"
    case .unknownCell(let dataset, let cell, let reason):
      "The dataset '\(dataset)' does not have the probe '\(cell)'. \(reason)"
    case .tooManyLeaves(let levels, let branches, let limit):
      """
      A tree with \(levels) levels of \(branches) branches has more than \(limit) items. Choose fewer levels or \
      branches.
      """
    case .tooManyItems(let items, let limit):
      "\(items.grouped) items are too many; the limit is \(limit.grouped). Leave some out."
    case .emptyGroup(let name):
      "The \(name.map { "group '\($0)'" } ?? "tree") is empty. Put an item or a group into it."
    case .parameter(let name, let value, let allowed):
      "\(name) is \(Int(exactly: value).map(String.init) ?? "\(value)"), which is not \(allowed)."
    }
  }

  private static func unreadable(_ name: String, of owner: String) -> String {
    let shown = "The \(owner) has a name that cannot be shown, '\(name.shortened.legible)'"
    return switch name.nameProblem {
    case .unprintable(let scalar): "\(shown): it has \(scalar.nameInMessages). Remove it."
    case .tooLong: "\(shown): it is too long. Use up to \(NameProblem.longest) characters."
    case .empty, nil: "\(shown): it has no visible characters. Use letters."
    }
  }

  /// Errors are equal if their texts are.
  public static func == (left: DatasetError, right: DatasetError) -> Bool { left.description == right.description }
}

extension DatasetError {
  /// Refuses a count that is too small.
  static func require(_ name: String, _ value: Int, atLeast smallest: Int) throws(DatasetError) {
    guard value >= smallest else {
      throw .parameter(name: name, value: Double(value), allowed: "at least \(smallest)")
    }
  }

  /// Refuses a value that is not a probability.
  static func requireProbability(_ name: String, _ value: Double) throws(DatasetError) {
    guard (0...1).contains(value) else {
      throw .parameter(name: name, value: value, allowed: "a probability from 0 to 1")
    }
  }

  /// P, the total number of items.
  ///
  /// - Throws: ``tooManyItems(items:limit:)`` for more than ``DiffusionTree/largestItemCount``.
  static func itemCount(groups: Int, size: Int) throws(DatasetError) -> Int {
    let (items, overflow) = groups.multipliedReportingOverflow(by: size)
    guard !overflow, items <= DiffusionTree.largestItemCount else {
      throw .tooManyItems(items: overflow ? .max : items, limit: DiffusionTree.largestItemCount)
    }
    return items
  }
}
