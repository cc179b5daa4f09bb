public import Gnuplot

extension Table {
  /// A table of values by epoch.
  ///
  /// - Parameter epochs: the epoch of each row; 0, 1, 2, … when nil.
  public init(byEpoch name: String, at epochs: [Int]? = nil, columns: [(name: String, values: [Double])]) {
    let epochs = epochs ?? Array(0..<(columns.first?.values.count ?? 0))
    self.init(name: name, columns: [("epoch", epochs.map(Double.init))] + columns)
  }
}
