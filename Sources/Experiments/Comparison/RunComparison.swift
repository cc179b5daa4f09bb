public import Gnuplot
internal import LearningDynamics
internal import Support

/// Two finished runs compared: the settings that differ, and the differences of the numbers.
public struct RunComparison: Sendable {
  /// A setting that differs.
  public struct Parameter: Codable, Hashable, Sendable {
    /// The name of an option or setting, such as "eta".
    public let name: String
    /// Its value in the first run, in words; "none" if it has none.
    public let first: String
    /// Its value in the second run.
    public let second: String
  }

  /// The difference of one quantity.
  public struct Quantity: Codable, Hashable, Sendable {
    /// Its name, such as "loss" or "mode 3".
    public let name: String
    /// The largest absolute difference over the epochs that both runs have.
    public let difference: Double
    /// Its epoch; nil if unknown.
    public let epoch: Int?
    /// The value in the first run there.
    public let first: Double
    /// The value in the second run there.
    public let second: Double
  }

  /// A dataset that both runs have, or the only dataset of each.
  public struct Pair: Sendable {
    /// The dataset in the first run.
    public let first: String
    /// The dataset in the second run.
    public let second: String
    /// The settings that differ.
    public let parameters: [Parameter]
    /// The difference of each quantity.
    public let quantities: [Quantity]
    /// What was not compared, and why.
    public let leftOut: [String]
    /// The last epoch that was compared, from 0 on.
    public let lastCommonEpoch: Int
    /// The learning dynamics of both in one figure, and in another their predictions, if both have the same probe.
    public let figures: [Figure]

    /// The name of the pair: the dataset, or both.
    public var name: String { first == second ? first : "\(first)-and-\(second)" }
  }

  /// The pairs, in the order of the first run.
  public let pairs: [Pair]
  /// Datasets that only one run has.
  public let unpaired: [String]

  /// Compares the runs in two folders.
  ///
  /// - Throws: `RunDirectoryError` if one of them has no run, or if they have nothing to compare.
  public init(_ first: RunDirectory, _ second: RunDirectory) throws {
    self = try first.unchanged {
      try second.unchanged { try RunComparison(reading: first, second) }
    }
  }

  private init(reading first: RunDirectory, _ second: RunDirectory) throws {
    let (left, right) = (try first.datasets(), try second.datasets())
    var matches = left.compactMap { one in right.first { $0.identifier == one.identifier }.map { (one, $0) } }
    if matches.isEmpty, left.count == 1, right.count == 1 { matches = [(left[0], right[0])] }
    guard !matches.isEmpty else {
      let lists = [left, right].map { datasets in
        datasets.isEmpty ? "no trained dataset" : datasets.map(\.identifier).joined(separator: ", ")
      }
      throw RunDirectoryError.nothingToCompare(
        first: first.path, second: second.path, datasets: lists.joined(separator: "; "))
    }
    var pairs: [Pair] = []
    for (one, other) in matches { pairs.append(try Pair(one, in: first, other, in: second)) }
    self.pairs = pairs
    let paired = Set(pairs.flatMap { [$0.first, $0.second] })
    unpaired = Set(left.map(\.identifier) + right.map(\.identifier)).subtracting(paired).sorted()
  }
}

extension RunComparison.Pair {
  init(
    _ one: DatasetRecord, in first: RunDirectory, _ other: DatasetRecord, in second: RunDirectory
  ) throws {
    self.first = one.identifier
    self.second = other.identifier
    let (ones, others) = (one.parameters(sharedWith: other), other.parameters(sharedWith: one))
    parameters = Set(ones.keys).union(others.keys).sorted().compactMap { name in
      let (left, right) = (ones[name], others[name])
      return left == right
        ? nil : RunComparison.Parameter(name: name, first: left ?? "none", second: right ?? "none")
    }
    let left = try first.table(one.identifier, "trajectory")
    let right = try second.table(other.identifier, "trajectory")
    lastCommonEpoch = min(left.rowCount, right.rowCount) - 1
    for (table, directory, dataset) in [(left, first, one.identifier), (right, second, other.identifier)] {
      if let reason = Self.damage(of: table) {
        throw RunDirectoryError.unreadableTable(path: "\(directory.path)/\(dataset)/trajectory.tsv", reason: reason)
      }
    }
    var shared = left.header.filter(ComparisonFigure.isQuantity).filter(right.header.contains)
    var leftOut: [String] = []
    if one.followedCell != other.followedCell {
      shared.removeAll { $0 == "probe" }
      leftOut.append(
        "probe: \(one.followedCell ?? "unknown") in one run, \(other.followedCell ?? "unknown") in the other")
    }
    let (modes, otherModes) = (
      left.header.count(where: ComparisonFigure.isMode), right.header.count(where: ComparisonFigure.isMode)
    )
    if modes != otherModes { leftOut.append("modes: \(modes) in one run, \(otherModes) in the other") }
    // Similarities of different layers, or by different measures, cannot be compared.
    let sameLayer = ones["layer"] == others["layer"]
    let sameMeasure = ones["similarity"] ?? "dot" == others["similarity"] ?? "dot"
    let similarities =
      sameLayer
      ? try Self.similarities(one.identifier, in: first, other.identifier, in: second)
      : (largest: nil, sharedEpochs: [], areAllShared: true)
    quantities =
      shared.compactMap { RunComparison.Quantity($0, left, right) } + [similarities.largest].compactMap(\.self)
    if !similarities.areAllShared {
      let epochs = similarities.sharedEpochs.map(String.init).joined(separator: ", ")
      leftOut.append(
        epochs.isEmpty
          ? "similarity: no epoch is shown by both runs"
          : "similarity at epochs other than \(epochs), because only one run shows them")
    }
    if !sameLayer { leftOut.append("similarity: different layers") }
    if !sameMeasure { leftOut.append("similarity: different measures") }
    self.leftOut = leftOut
    let labels = ComparisonFigure.labels(parameters, first.path, second.path)
    let common = ["eta", "gamma", "seed"].compactMap { name in
      ones[name].flatMap { $0 == others[name] ? "\(Self.signs[name] ?? name) \($0)" : nil }
    }
    let names = one.identifier == other.identifier ? [one.identifier] : [one.identifier, other.identifier]
    figures =
      ComparisonFigure(
        ComparisonFigure.Run(table: left, label: labels.0), ComparisonFigure.Run(table: right, label: labels.1),
        prediction: one.followedCell == other.followedCell ? one.followedCell : nil,
        of: [one.identifier, other.identifier],
        common: ([names.joined(separator: " and ")] + common).joined(separator: " · ")
      ).figures
  }

  private static let signs = ["eta": "η =", "gamma": "γ =", "seed": "seed"]

  /// Why a table is not the trajectory of a run; nil if it may be.
  private static func damage(of table: Table) -> String? {
    guard table.column("loss") != nil else { return "it has no column 'loss'" }
    guard Set(table.header).count == table.header.count else { return "two columns have the same name" }
    return table.column("epoch") == (0..<table.rowCount).map(Double.init) ? nil : "its epochs are not 0, 1, 2, …"
  }

  /// Compares the similarity matrices that both runs show at the same epoch. At epochs that one of them does not show they may
  /// differ much more.
  private static func similarities(
    _ one: String, in first: RunDirectory, _ other: String, in second: RunDirectory
  ) throws -> (largest: RunComparison.Quantity?, sharedEpochs: [Int], areAllShared: Bool) {
    let names = { (directory: RunDirectory, dataset: String) in
      try directory.files().compactMap { file in
        ["rsm-", "rdm-"].contains { file.hasPrefix("\(dataset)/\($0)") } && file.contains("-epoch-")
          && file.hasSuffix(".tsv")
          ? String(file.dropFirst(dataset.count + 1).dropLast(4)) : nil
      }
    }
    // Names contain the measure too, so tables with the same name hold the same quantity.
    let (left, right) = (Set(try names(first, one)), Set(try names(second, other)))
    let common = left.intersection(right)
    let epoch = { (name: String) in name.split(separator: "-").last.flatMap { Int($0) } }
    var largest: RunComparison.Quantity?
    for name in common.sorted() {
      let (left, right) = (try first.table(one, name), try second.table(other, name))
      guard left.values.count == right.values.count else { continue }
      for (first, second) in zip(left.values, right.values) {
        let difference = RunComparison.Quantity.distance(first, second)
        guard difference >= largest?.difference ?? 0 else { continue }
        largest = RunComparison.Quantity(
          name: "similarity", difference: difference, epoch: epoch(name), first: first, second: second)
      }
    }
    return (largest, common.compactMap(epoch).sorted(), left.isEmpty || right.isEmpty || left == right)
  }
}

extension RunComparison.Quantity {
  /// The difference of two values: 0 for equal ones and for two NaNs, infinite if only one is a NaN.
  static func distance(_ first: Double, _ second: Double) -> Double {
    if first == second || (first.isNaN && second.isNaN) { return 0 }
    let difference = (first - second).magnitude
    return difference.isNaN ? .infinity : difference
  }

  /// The largest difference in a column that two tables share; nil if one has no rows.
  init?(_ column: String, _ first: Table, _ second: Table) {
    guard let left = first.column(column), let right = second.column(column) else { return nil }
    let differences = zip(left, right).map(Self.distance)
    guard let epoch = differences.indices.max(by: { differences[$0] < differences[$1] }) else { return nil }
    self.init(
      name: column.replacing("_", with: " "), difference: differences[epoch], epoch: epoch, first: left[epoch],
      second: right[epoch])
  }
}

extension DatasetRecord {
  /// All settings on which the results of this dataset and another depend, by the names of options and settings; analyses
  /// that only one of them has are ignored.
  func parameters(sharedWith other: DatasetRecord) -> [String: String] {
    let shared = readableAnalyses.filter { other.readableAnalyses[$0.key] != nil }
    // A setting that several plugins share has the same value for all in a run.
    var parameters = RunRecord.renamed(
      shared.values.reduce(into: settings) { $0.merge($1.settings) { known, _ in known } })
    parameters[RunOption.frequency.name] = frequencies.map(FrequencyText.write)
    if let frequencies = other.frequencies, self.frequencies == nil {
      parameters[RunOption.frequency.name] = FrequencyText.write(frequencies.mapValues { _ in 1 })
    }
    if phases != nil || other.phases != nil {
      parameters[RunOption.phase.name] = phases?.joined(separator: "; ") ?? "one"
    }
    guard let plan = main?.plan else { return parameters }
    parameters[RunOption.weights.name] =
      if case .own(let weights) = plan.initialization { "checksum \(weights.checksum)" } else { "drawn" }
    for option in RunOption.all { parameters[option.name] = option.text(in: plan) ?? parameters[option.name] }
    return parameters
  }
}

extension RunDirectory {
  /// The datasets of the run in this folder that were trained on.
  ///
  /// - Throws: as ``record()``.
  func datasets() throws -> [DatasetRecord] {
    let record = try record()
    return try readable { () throws(RunRecord.Damage) in try record.wholeDatasets() }.filter { $0.main != nil }
  }

  /// A table of the run in this folder.
  ///
  /// - Throws: ``RunDirectoryError/unreadableTable(path:reason:)``.
  func table(_ dataset: String, _ name: String) throws -> Table {
    let file = "\(path)/\(dataset)/\(name).tsv"
    guard let bytes = FileSystem.read(file) else {
      throw RunDirectoryError.unreadableTable(
        path: file, reason: "it is missing, too large, or cannot be read")
    }
    do throws(TableError) {
      let table = try Table(name: name, text: String(decoding: bytes, as: UTF8.self))
      guard table.rowCount > 0 else {
        throw TableError(table: name, line: 1, reason: "there are no numbers below the header")
      }
      return table
    } catch {
      throw RunDirectoryError.unreadableTable(path: file, reason: "in line \(error.line), \(error.reason)")
    }
  }
}
