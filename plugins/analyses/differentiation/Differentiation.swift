import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// How the hidden layer learns to distinguish items: their paths in two dimensions, and their clusters over time.
struct Differentiation: AnalysisPlugin {
  static let identifier = "differentiation"
  static let summary = "How the hidden layer distinguishes items: their paths in two dimensions, and dendrograms"
  static let needs = [AnalysisNeed.hiddenLayer]
  static let showsEpochs = true

  static let layer = HiddenLayer.parameter
  static let parameters = [layer.declaration]

  /// The most items in a dendrogram: each name takes 16 pixels.
  static let largestClusteredCount = 40
  /// The most names beside the paths.
  static let largestNamedCount = 30
  /// The most dendrograms.
  static let largestShownCount = 4
  /// Enough states for smooth curves.
  static let largestFrameCount = 120
  /// The same for many items, whose scaling takes longer and whose paths cannot be distinguished by eye.
  static let largestFrameCountOfMany = 40
  /// The dimensions used to align many items.
  static let largestDimensionOfMany = 16

  struct Result: Encodable, Sendable {
    let layer: Int
    /// The states that make up the trajectories.
    let epochs: [Int]
    /// The items' final positions.
    let places: [Place]
    /// The fraction of the variance that each of the two dimensions shows at the end.
    let shares: [Double]
    /// The states at which items are clustered, including the last; with many items they have no clustering.
    let states: [State]
    /// P × 2 for each epoch; in the figure's table, not in run.json.
    let frames: [Matrix]

    private enum CodingKeys: CodingKey { case layer, epochs, places, shares, states }
  }

  struct Place: Encodable, Sendable {
    let item: String
    let x: Double
    let y: Double
  }

  struct State: Encodable, Sendable {
    let epoch: Int
    let clustering: HierarchicalClustering?
    /// Whether items are differentiated: the highest merge is at least a twentieth of the largest distance
    /// of learned items.
    let isDifferentiated: Bool
    /// The groups left when all merges above nine tenths of the highest are undone; a single group if all items are equal.
    let widestSplit: [[String]]?
  }

  func check(_ subject: AnalysisSubject) throws { try HiddenLayer.check(subject) }

  /// The paths of the items and, for two or more items, the dendrograms.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let (recording, items) = (runs[0].recording, subject.dataset.items)
    let layer = subject.values[Self.layer] - 1
    let shown = try shownEpochs(runs[0], subject)
    let isMany = items.count > ClassicalScaling.largestWholeCount
    let count = (isMany ? Self.largestFrameCountOfMany : Self.largestFrameCount) - shown.count
    let indices = Set(recording.changingIndices(atMost: count) + shown.map(recording.keptIndex(nearest:))).sorted()
    let frames = try ClassicalScaling.aligned(
      indices.lazy.map { recording.representationalSimilarities[layer][$0] },
      dimensions: isMany ? Self.largestDimensionOfMany : max(2, items.count - 1))
    let end = frames[frames.count - 1]
    let learned = try recording.largestLearnedDistance(ofLayer: layer)
    let result = Result(
      layer: layer + 1, epochs: indices.map { recording.keptEpochs[$0] },
      places: items.enumerated().map {
        Place(item: $1, x: end.coordinates[$0, 0], y: end.coordinates[$0, 1])
      },
      shares: Array(end.shares.prefix(2)),
      states: shown.map { state(at: $0, recording, layer: layer, items, learned: learned) },
      frames: frames.map { $0.coordinates.columns(0..<2) })
    return Analysis(
      result: result, summary: summary(of: result, of: subject), details: details(of: result, of: subject),
      figures: [trajectoryFigure(for: result, of: subject), dendrogramFigure(for: result, of: subject)]
        .compactMap(\.self))
  }

  private func state(
    at epoch: Int, _ recording: Recording, layer: Int, _ items: [String], learned: Double
  ) -> State {
    guard let clustering = clustering(at: epoch, recording, layer: layer, items) else {
      return State(epoch: epoch, clustering: nil, isDifferentiated: true, widestSplit: nil)
    }
    let groups = clustering.groups(cutAt: 0.9 * clustering.height)
    return State(
      epoch: epoch, clustering: clustering,
      isDifferentiated: clustering.height >= HiddenLayer.differentiatedShare * learned,
      widestSplit: groups.map { $0.sorted().map { items[$0] } })
  }

  private func clustering(
    at epoch: Int, _ recording: Recording, layer: Int, _ items: [String]
  ) -> HierarchicalClustering? {
    guard items.count <= Self.largestClusteredCount else { return nil }
    return HierarchicalClustering(
      averageLinkage: recording.similarity(.euclidean, ofLayer: layer, at: recording.keptIndex(nearest: epoch)))
  }

  /// The first of the requested epochs; by default the first stages and the last epoch.
  private func shownEpochs(_ run: AnalyzedRun, _ subject: AnalysisSubject) throws -> [Int] {
    let recording = run.recording
    let asked = recording.kept(nearest: subject.shownEpochs.filter { $0 <= recording.lastEpoch })
    if !asked.isEmpty { return Array(asked.prefix(Self.largestShownCount)) }
    let end = recording.kept(nearest: [recording.lastEpoch])
    let stages = recording.kept(nearest: try run.stages.map(\.epoch)).filter { $0 < end[0] }
    return stages.prefix(Self.largestShownCount - 1) + end
  }
}

extension Recording {
  /// At most so many indices of kept epochs, including the first and the last. They are spaced half by time and half by the
  /// change of the loss (the roots of its steps), because the stages of a long training are short.
  fileprivate func changingIndices(atMost most: Int) -> [Int] {
    let last = keptEpochs.count - 1
    guard last >= most, most > 1 else { return Array(0...last) }
    let steps = (1...last).map { (losses[keptEpochs[$0]] - losses[keptEpochs[$0 - 1]]).magnitude.squareRoot() }
    let sum = steps.reduce(0, +)
    let scale = sum > 0 && sum.isFinite ? 1 / sum : 0
    let way = steps.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + 0.5 / Double(last) + 0.5 * scale * $1) }
    let total = way[last]
    var (indices, index) = ([0], 0)
    for place in 1..<most {
      let goal = total * Double(place) / Double(most - 1)
      while index < last, way[index] < goal * (1 - 1e-12) { index += 1 }
      if index > indices[indices.count - 1] { indices.append(index) }
    }
    return indices.last == last ? indices : indices.dropLast(indices.count == most ? 1 : 0) + [last]
  }
}

extension Differentiation {
  /// The most items of a group, and the most groups, named in a sentence.
  private static let largestToldCount = 8

  private func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let items = subject.dataset.itemCount
    let isTold = result.shares.contains { $0 > 0 }
    let lines = [
      isTold
        ? "at the end two dimensions show \(result.shares.reduce(0, +).percentText) of the variance in hidden layer "
          + "\(result.layer) (\(result.shares.map(\.percentText).joined(separator: " and ")))"
        : "hidden layer \(result.layer) does not distinguish items at the end: "
          + (items == 1 ? "there is only one item" : "all items have the same representation")
    ]
    return lines + (Self.splits(result, subject).last.map { [$0] } ?? [])
  }

  private func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let items = subject.dataset.itemCount
    // The last one is in the summary.
    var lines = Array(Self.splits(result, subject).dropLast())
    if items > Self.largestNamedCount {
      let (names, dendrograms) = (Self.largestNamedCount, Self.largestClusteredCount)
      lines.append(
        items > dendrograms
          ? "\(items.grouped) items are too many for names (up to \(names)) and dendrograms (up to \(dendrograms)): "
            + "only the paths are drawn"
          : "\(items) items are too many for names beside the paths (up to \(names)): see the dendrograms")
    }
    let reached = subject.shownEpochs.filter { $0 <= (result.epochs.last ?? 0) }
    if Set(reached).count > Self.largestShownCount {
      lines.append("only the first \(Self.largestShownCount) of the requested epochs are shown")
    }
    return lines
  }

  /// The widest split of each shown state.
  private static func splits(_ result: Result, _ subject: AnalysisSubject) -> [String] {
    result.states.compactMap { state in
      guard let groups = state.widestSplit, let height = state.clustering?.height, subject.dataset.itemCount > 1 else {
        return nil
      }
      guard state.isDifferentiated else {
        return "at epoch \(state.epoch) items are not yet differentiated (largest distance \(height.significant(2)))"
      }
      return "at epoch \(state.epoch) \(text(of: groups, at: height.significant(2)))"
    }
  }

  /// "the widest split (distance 6.2) separates Goldfish, Tuna / Rose, Daisy".
  private static func text(of groups: [[String]], at distance: String) -> String {
    if groups.count == 1 { return "all items have the same representation" }
    if groups.count > 2, groups.allSatisfy({ $0.count == 1 }) {
      return "all items are about equally far apart (distance \(distance))"
    }
    let told = groups.prefix(largestToldCount).map { group in
      group.count > largestToldCount
        ? "\(group[0]), \(group[1]), … (\(group.count) items)" : group.joined(separator: ", ")
    }
    let rest = groups.count - told.count
    return "the widest split (distance \(distance)) separates \(told.joined(separator: " / "))"
      + (rest > 0 ? " / \(rest) more group\(rest > 1 ? "s" : "")" : "")
  }
}

extension Differentiation {
  /// The dendrograms of the shown states; nil for fewer than two items, and for more than fit.
  private func dendrogramFigure(for result: Result, of subject: AnalysisSubject) -> Figure? {
    let items = subject.dataset.items
    guard items.count > 1, items.count <= Self.largestClusteredCount else { return nil }
    let columns = min(2, result.states.count)
    let rows = (result.states.count + columns - 1) / columns
    let cell = (width: items.count > 20 ? 740.0 : 520.0, height: 430.0)
    let size = Figure.Size(width: Int(cell.width) * columns, height: Int(cell.height) * rows)
    var (panels, tables) = ([Panel](), [Table]())
    // One axis for all: an early dendrogram is small, and not as large as a late one.
    let height = result.states.compactMap(\.clustering?.height).reduce(0, max)
    for (index, state) in result.states.enumerated() {
      guard let clustering = state.clustering else { continue }
      let left = cell.width * Double(index % columns)
      let top = cell.height * Double(index / columns)
      let area = Panel.Area(
        in: size, left: left + 95, right: Double(size.width) - left - cell.width + 15,
        bottom: Double(size.height) - top - cell.height + 125, top: top + 45)
      let table = Table(
        name: "dendrogram-epoch-\(state.epoch)", header: ["x1", "y1", "x2", "y2"], values: clustering.dendrogram)
      tables.append(table)
      panels.append(
        Panel(
          area: area, title: "Epoch \(state.epoch)\(state.isDifferentiated ? "" : " (not yet differentiated)")",
          x: .names(
            clustering.leafOrder.map { items[$0] }, rotated: true, atMost: Self.largestClusteredCount),
          y: .fromZero("distance", [height]),
          layers: [
            .segments(table: table.name, LineStyle(state.isDifferentiated ? .category(0) : .grey, width: 2))
          ]))
    }
    return Figure(
      name: "dendrograms",
      caption: "Items of \(subject.dataset.identifier) clustered by their distances in hidden layer \(result.layer)",
      size: size, panels: panels, tables: tables)
  }
}

extension HierarchicalClustering {
  /// The lines of a dendrogram, x1, y1, x2, y2 of each: items are at 0, 1, … from left to right, a cluster is above the
  /// middle of its two parts.
  fileprivate var dendrogram: [Double] {
    var x = [Double](repeating: 0, count: itemCount)
    for (place, item) in leafOrder.enumerated() { x[item] = Double(place) }
    var heights = [Double](repeating: 0, count: itemCount)
    var lines: [Double] = []
    for merge in merges {
      let (first, second, height) = (merge.first, merge.second, merge.height)
      lines += [x[first], heights[first], x[first], height, x[second], heights[second], x[second], height]
      lines += [x[first], height, x[second], height]
      x.append((x[first] + x[second]) / 2)
      heights.append(height)
    }
    return lines
  }
}
