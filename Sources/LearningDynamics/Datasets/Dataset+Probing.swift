extension Dataset {
  /// The dataset with a cell whose prediction is followed.
  public func probing(item: String, feature: String) throws(DatasetError) -> Dataset {
    guard let column = features.index(ofName: feature) else {
      throw .unknownFeature(dataset: identifier, feature: feature)
    }
    return probing(Probe(item: try index(ofItem: item), feature: column))
  }

  /// The dataset with a cell whose prediction is followed.
  private func probing(_ cell: Probe) -> Dataset {
    var result = self
    result.probe = cell
    return result
  }

  /// The dataset with a cell whose prediction is followed, by its name as readers write it: "Penguin:can_fly".
  ///
  /// - Throws: ``DatasetError/unknownCell(dataset:cell:reason:)`` for a text that names none.
  public func probing(_ cell: String) throws(DatasetError) -> Dataset {
    guard let probe = Probe(named: cell, items: items, features: features) else {
      throw .unknownCell(dataset: identifier, cell: cell.shortened, reason: missing(cell))
    }
    return probing(probe)
  }

  private func missing(_ cell: String) -> String {
    guard let colon = cell.firstIndex(of: ":") else {
      return "Write it as ITEM:FEATURE, such as \(items[0]):\(features[featureCount - 1])"
    }
    guard items.contains(cell[..<colon].trimmed) else {
      return "Its items are \(items.prefix(12).joined(separator: ", "))\(itemCount > 12 ? ", …" : "")"
    }
    let named = features.named.suffix(12).joined(separator: ", ")
    let numbered = features.numbered > 0 ? "feature-1 to feature-\(features.numbered)" : nil
    let known = [numbered, named.isEmpty ? nil : named].compactMap(\.self).joined(separator: ", and ")
    return "Its features are \(known)"
  }
}
