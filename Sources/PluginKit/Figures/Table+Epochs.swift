public import Gnuplot

extension Table {
  /// A table of values by epoch.
  ///
  /// - Parameters:
  ///   - name: the table's name.
  ///   - epochs: the epoch of each row; 0, 1, 2, … when nil.
  ///   - columns: all other columns.
  public init(byEpoch name: String, at epochs: [Int]? = nil, columns: [(name: String, values: [Double])]) {
    let epochs = epochs ?? Array(0..<(columns.first?.values.count ?? 0))
    self.init(name: name, columns: [("epoch", epochs.map(Double.init))] + columns)
  }
}
