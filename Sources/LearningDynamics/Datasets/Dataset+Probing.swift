internal import Support

extension Dataset {
  /// The dataset with a cell whose prediction is followed.
  public func probing(item: String, feature: String) throws(DatasetError) -> Dataset {
    guard let column = features.index(ofName: feature) else {
      throw .unknownFeature(dataset: identifier, feature: feature, advice: features.advice(for: feature))
    }
    return probing(Probe(item: try index(ofItem: item), feature: column))
  }

  /// The dataset with a cell whose prediction is followed.
  private func probing(_ cell: Probe) -> Dataset {
    var result = self
    result.probe = cell
    return result
  }

  /// A cell as ``probing(_:)-(String)`` takes it: "Penguin:can_fly", with quotes around names that could be read as others.
  public func text(of cell: Probe) -> String {
    let names = [items[cell.item], features[cell.feature]]
    let plain = names.joined(separator: ":")
    if Probe(named: plain, items: items, features: features) == cell { return plain }
    return names.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ":")
  }

  /// The dataset with a cell whose prediction is followed, by its name as readers write it: "Penguin:can_fly".
  ///
  /// - Throws: ``DatasetError/unknownCell(dataset:cell:reason:)`` for a text that names none.
  public func probing(_ cell: String) throws(DatasetError) -> Dataset {
    guard let probe = Probe(named: cell, items: items, features: features) else {
      throw .unknownCell(
        dataset: identifier, cell: cell.shortened, reason: Probe.advice(on: cell, items: items, features: features))
    }
    return probing(probe)
  }
}
