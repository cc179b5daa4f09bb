internal import GSL
internal import Support

extension Dataset {
  /// P, the number of items (samples).
  public var itemCount: Int { items.count }

  /// N, the number of features (outputs).
  public var featureCount: Int { features.count }

  /// The names of the inputs: the items themselves for one-hot labels, else input-1, input-2, …
  public var inputNames: [String] {
    isOneHot ? items : (0..<inputs.columns).map { "input-\($0 + 1)" }
  }

  /// The cell that trajectories follow: the probe, or item 0 and the last feature where there is none.
  public var followedCell: Probe { probe ?? Probe(item: 0, feature: featureCount - 1) }

  /// The cell's name, such as "Shark has_bones".
  public func name(of cell: Probe) -> String { "\(items[cell.item]) \(features[cell.feature])" }

  /// Whether every target is −1 or +1, so that a value can be read as no or yes.
  public var hasBinaryTargets: Bool { targets.elements.allSatisfy { $0.magnitude == 1 } }

  /// ε = 2η/(P·N): the step that acts on each entry of the end-to-end map, because the loss is a mean over P·N entries.
  public func effectiveLearningRate(for learningRate: Double) -> Double {
    EffectiveRate(entryCount: itemCount * featureCount).effective(learningRate)
  }

  /// η = ε·P·N/2, the inverse of ``effectiveLearningRate(for:)``.
  public func learningRate(forEffective rate: Double) -> Double {
    EffectiveRate(entryCount: itemCount * featureCount).learningRate(rate)
  }

  func validate() throws(DatasetError) {
    guard itemCount > 0, featureCount > 0, inputs.columns > 0 else { throw .empty(dataset: identifier) }
    guard inputs.rows == itemCount, targets.rows == itemCount, targets.columns == featureCount else {
      throw .shapes(
        dataset: identifier, items: itemCount, features: featureCount, inputRows: inputs.rows,
        targets: (targets.rows, targets.columns))
    }
    if let trueMap, trueMap.rows != featureCount || trueMap.columns != inputs.columns {
      throw .trueMap(dataset: identifier, shape: (trueMap.rows, trueMap.columns))
    }
    guard inputs.isFinite, targets.isFinite else {
      throw .notFinite(dataset: identifier)
    }
    if let probe {
      guard items.indices.contains(probe.item), features.indices.contains(probe.feature) else {
        throw .probe(
          dataset: identifier, item: probe.item, feature: probe.feature, items: itemCount, features: featureCount)
      }
    }
    if identifier.nameProblem != nil { throw .unreadableName(dataset: identifier, name: identifier) }
    for names in [items, features.named] {
      var seen: Set<String> = []
      for name in names {
        guard name.nameProblem == nil else { throw .unreadableName(dataset: identifier, name: name) }
        guard seen.insert(name).inserted else { throw .repeatedName(dataset: identifier, name: name) }
      }
    }
    if let name = features.named.first(where: { features.numberedIndex(ofName: $0) != nil }) {
      throw .repeatedName(dataset: identifier, name: name)
    }
  }
}

/// ε = 2η/(P·N), and back.
struct EffectiveRate {
  /// P·N.
  let entryCount: Int

  func effective(_ learningRate: Double) -> Double { 2 * learningRate / Double(entryCount) }
  func learningRate(_ effective: Double) -> Double { effective * Double(entryCount) / 2 }
}
