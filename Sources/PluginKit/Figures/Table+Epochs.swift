public import Gnuplot

extension Table {
  /// A table of values by epoch, from epoch 0.
  public init(byEpoch name: String, columns: [(name: String, values: [Double])]) {
    let epochs = (0..<(columns.first?.values.count ?? 0)).map(Double.init)
    self.init(name: name, columns: [("epoch", epochs)] + columns)
  }
}
