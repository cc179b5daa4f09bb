public import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The folder of a comparison: `compare.json`, and a folder for each pair of datasets with its figure.
public struct ComparisonDirectory: Sendable {
  /// The folder.
  public let path: String

  /// A folder, which need not exist yet.
  public init(_ path: String) {
    self.path = RunDirectory(path).path
  }

  private struct Record: Encodable {
    var program: RunRecord.Program
    var pairs: [PairRecord]
    var unpaired: [String]
    var files: [String]
  }

  private struct PairRecord: Encodable {
    var first: String
    var second: String
    var lastCommonEpoch: Int
    var parameters: [RunComparison.Parameter]
    var quantities: [RunComparison.Quantity]
    var leftOut: [String]
  }

  /// Writes a comparison, replacing an earlier one, and draws its figures.
  ///
  /// - Returns: the record as text, and the outcome of drawing.
  /// - Throws: `FileError` and `RunDirectoryError` if the folder cannot be written or holds something else; `FigureError`.
  public func write(
    _ comparison: RunComparison, as format: ImageFormat?, for medium: Medium = .web, with gnuplot: GnuplotProgram,
    programVersion: String
  ) async throws -> (record: String, drawing: DrawingOutcome) {
    let folder = RunDirectory(path)
    if FileSystem.exists(folder.recordPath) { throw RunDirectoryError.holdsRun(path: path) }
    if folder.holdsSweep { throw RunDirectoryError.holdsSweep(path: path) }
    var text = ""
    let drawing = try await FigureFolder(path, recordName: RunDirectory.comparisonName, listing: earlierFiles).replace(
      comparison.pairs.map { ($0.name, $0.figures) }, as: format, for: medium, with: gnuplot,
      record: { files in
        text = try JSONText.of(
          Record(
            program: RunRecord.Program(version: programVersion),
            pairs: comparison.pairs.map { pair in
              PairRecord(
                first: pair.first, second: pair.second, lastCommonEpoch: pair.lastCommonEpoch,
                parameters: pair.parameters, quantities: pair.quantities, leftOut: pair.leftOut)
            },
            unpaired: comparison.unpaired, files: files.sorted()))
        return text + "\n"
      })
    return (text, drawing)
  }

  /// The files that the record of a comparison lists.
  private func earlierFiles(_ record: [UInt8]) throws -> [String] {
    guard record.count <= RunRecord.largestSize, let document = try? JSONValue(record),
      document["program"]?["name"] == .text(RunRecord.Program.ours), case .array(let files)? = document["files"]
    else {
      throw RunDirectoryError.foreign(
        path: "\(path)/\(RunDirectory.comparisonName)", reason: "it is not the record of a comparison")
    }
    return files.compactMap { if case .text(let file) = $0 { file } else { nil } }
  }
}

/// Figures of two runs: the first in solid lines, the second in dashed lines of the same colours. One figure shows the
/// learning dynamics, another one the prediction, if both have the same probe.
struct ComparisonFigure {
  private(set) var figures: [Figure] = []

  /// Modes beyond the number of colours are grey and share a legend entry.
  private static let namedModes = Color.categories.count

  /// A trajectory with its name in the legend.
  struct Run {
    let table: Table
    let label: String
  }

  /// - Parameters:
  ///   - prediction: the common probe; nil if the probes differ.
  ///   - datasets: the dataset of each run.
  ///   - common: the settings that the runs share, for the last line.
  init(_ first: Run, _ second: Run, prediction: String?, of datasets: [String], common: String) {
    let runs = [(run: first, suffix: "first", dash: LineStyle.Dash.solid), (second, "second", .dashed)]
    let epochs = max(first.table.rowCount, second.table.rowCount)
    let subject = Set(datasets).count == 1 ? datasets[0] : datasets.joined(separator: " and ")
    let lines = runs.map { Layer.entry(LineStyle(.black, width: 2, dash: $0.dash), title: $0.run.label) }
    func columns(_ isMeant: (String) -> Bool) -> [(name: String, values: [Double])] {
      runs.flatMap { run, suffix, _ in
        run.table.header.filter(isMeant).map { name in
          let values = run.table.column(name) ?? []
          return ("\(name)_\(suffix)", values + [Double](repeating: .nan, count: epochs - values.count))
        }
      }
    }
    func curves(_ table: String, _ column: String, _ style: LineStyle, onSecondAxis: Bool = false) -> [Layer] {
      runs.filter { $0.run.table.header.contains(column) }.map { _, suffix, dash in
        var style = style
        style.dash = dash
        return .curve(
          Curve(table: table, y: "\(column)_\(suffix)", onSecondAxis: onSecondAxis, style: style, title: nil))
      }
    }
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: Panel.legendMargin + Panel.secondAxisMargin)
    let legend = Panel.Legend.beside(area, in: size, gap: Panel.secondAxisMargin)
    let dynamics = columns { $0 == "loss" || Self.isMode($0) }
    let names = Set(first.table.header + second.table.header).filter(Self.isMode)
      .sorted { ($0.count, $0) < ($1.count, $1) }
    let style = LineStyle(.darkGrey, width: 3)
    let modes = names.enumerated().map { (name: $1, style: LineStyle(.category($0), width: 2)) }
    let secondY = Axis.fromZero(
      "singular value", dynamics.filter { $0.name.hasPrefix("mode_") }.flatMap(\.values))
    // The grey modes of each run, if they are many.
    let stacks = runs.compactMap { run, suffix, dash in
      CurveStack(modes.indices.dropFirst(Self.namedModes), height: secondY.length) {
        run.table.column(names[$0]) ?? []
      }.map {
        (stack: $0, table: "learning-dynamics-others-\(suffix)", style: LineStyle(.grey, width: 2, dash: dash))
      }
    }
    let single = stacks.isEmpty ? modes[...] : modes.prefix(Self.namedModes)
    let drawn =
      stacks.isEmpty ? names.count : stacks.compactMap(\.stack.modes.last).max().map { $0 + 1 } ?? single.count
    let entries: [Layer] =
      lines + [.entry(style, title: "loss (left axis)"), .entry(nil, title: "right axis:")]
      + modes.prefix(drawn).enumerated().compactMap { index, mode in
        Self.title(ofMode: index, of: drawn).map { .entry(mode.style, title: $0) }
      }
    let table = "learning-dynamics"
    let losses = dynamics.filter { $0.name.hasPrefix("loss_") }.map(\.values)
    figures.append(
      Figure(
        name: table, caption: "Learning dynamics of \(subject) in two runs", size: size,
        panels: [
          Panel(
            area: area, title: "Learning dynamics of \(subject): two runs", x: .epochs(to: epochs - 1),
            y: .falling("loss (mean squared error)", losses),
            secondY: secondY, legend: legend,
            layers: entries + curves(table, "loss", style)
              + single.flatMap { curves(table, $0.name, $0.style, onSecondAxis: true) }
              + stacks.flatMap { $0.stack.layers($0.table, onSecondAxis: true, style: $0.style, title: nil) })
        ],
        tables: [Table(byEpoch: table, columns: dynamics)] + stacks.flatMap { $0.stack.tables($0.table) },
        footer: common))
    let predictions = columns { $0 == "probe" }
    guard let prediction, predictions.count == 2 else { return }
    let values = predictions.flatMap(\.values).filter(\.isFinite)
    let (low, high) = (values.reduce(0, min), values.reduce(0, max))
    let room = max(0.05 * (high - low), .leastNormalMagnitude)
    figures.append(
      Figure(
        name: "prediction", caption: "The prediction for \(prediction) in two runs", size: size,
        panels: [
          Panel(
            area: area, title: "Prediction for \(prediction): two runs", x: .epochs(to: epochs - 1),
            y: Axis("prediction", range: .rounded(low - room, high + room, significant: 3)), legend: legend,
            layers: lines + [.level(0, .guide, title: nil)]
              + curves("prediction", "probe", LineStyle(.category(0), width: 3)))
        ],
        tables: [Table(byEpoch: "prediction", columns: predictions)], footer: common))
  }

  /// Whether a run writes a column of this name into a trajectory.
  static func isQuantity(_ column: String) -> Bool { column == "loss" || column == "probe" || isMode(column) }

  static func isMode(_ column: String) -> Bool {
    column.hasPrefix("mode_") && Int(column.dropFirst(5)).map { "mode_\($0)" == column } == true
  }

  /// "mode 3"; the modes after the last colour share one entry, "modes 7–12".
  private static func title(ofMode index: Int, of count: Int) -> String? {
    if index < namedModes { return (index...index).modesText }
    return index == namedModes ? (index...count - 1).modesText : nil
  }

  /// Names for two runs: the settings that differ, if they are few, else the ends of their folders' paths.
  static func labels(_ parameters: [RunComparison.Parameter], _ first: String, _ second: String) -> (String, String) {
    guard (1...2).contains(parameters.count) else { return labels(first, second) }
    func label(_ value: (RunComparison.Parameter) -> String) -> String {
      parameters.map { "\($0.name) \(value($0))" }.joined(separator: ", ").withoutControlCharacters
    }
    return (label(\.first), label(\.second))
  }

  /// Short names for two runs from their folders: the ends of the paths, long enough to differ.
  static func labels(_ first: String, _ second: String) -> (String, String) {
    let (left, right) = (parts(first), parts(second))
    for count in 1...max(1, left.count, right.count) where left.suffix(count) != right.suffix(count) {
      let labels = (shortened(left.suffix(count)), shortened(right.suffix(count)))
      if labels.0 != labels.1, !labels.0.isEmpty, !labels.1.isEmpty { return labels }
    }
    return ("first run", "second run")
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }

  /// At most 13 characters, without the middle and without control characters.
  private static func shortened(_ parts: ArraySlice<Substring>) -> String {
    let label = parts.joined(separator: "/").withoutControlCharacters
    return label.count > 13 ? "\(label.prefix(6))…\(label.suffix(6))" : label
  }
}
