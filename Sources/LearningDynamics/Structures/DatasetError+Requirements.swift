extension DatasetError {
  /// Refuses a count that is too small.
  static func require(_ name: String, _ value: Int, atLeast smallest: Int) throws(DatasetError) {
    guard value >= smallest else {
      throw .parameter(name: name, value: Double(value), allowed: "at least \(smallest)")
    }
  }

  /// Refuses what is no probability.
  static func requireProbability(_ name: String, _ value: Double) throws(DatasetError) {
    guard (0...1).contains(value) else {
      throw .parameter(name: name, value: value, allowed: "a probability from 0 to 1")
    }
  }

  /// P of so many groups of so many items.
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
