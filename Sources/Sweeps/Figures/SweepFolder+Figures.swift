public import Experiments
public import Gnuplot

extension SweepFolder {
  /// Writes figures into a folder, in place of those of sweeps that were drawn there before, and draws them.
  ///
  /// - Parameters:
  ///   - figures: the figures of each dataset.
  ///   - path: the folder; the sweep's own when nil.
  ///   - format: what images are made as; none for scripts and tables only.
  ///   - gnuplot: what draws them.
  ///   - afterEach: called with the number of figures drawn.
  /// - Returns: what was drawn, and what went wrong.
  /// - Throws: `RunDirectoryError` where nothing can be written, `FigureError`, `CancellationError`.
  public func draw(
    _ figures: [(dataset: String, figures: [Figure])], into path: String? = nil, as format: ImageFormat?,
    with gnuplot: GnuplotProgram,
    afterEach: (Int) -> Void = { _ in }
  ) async throws -> DrawingOutcome {
    // Whatever cannot be written is found out before anything is.
    var files: [String: String] = [:]
    var drawings: [Drawing] = []
    for (dataset, figures) in figures {
      for figure in figures {
        files["\(dataset)/\(figure.scriptName)"] = try figure.script()
        for table in figure.tables { files["\(dataset)/\(table.fileName)"] = try table.text() }
        drawings.append(Drawing(dataset: dataset, figure: figure.name))
      }
    }
    let directory = RunDirectory(path ?? self.path)
    if path != nil {
      try directory.refuseOtherContent()
      try FileSystem.makeDirectory(directory.path)
    }
    let lock = try SweepFolder(directory.path).take(.whole)
    defer { withExtendedLifetime(lock) {} }
    directory.removeEarlier(Self.earlierFigures(directory.path))
    let images = format.map { format in drawings.map { $0.image(format) } } ?? []
    try FileSystem.write([
      (Self.figureListPath(directory.path), .text((files.keys.sorted() + images).map { $0 + "\n" }.joined()))
    ])
    for (dataset, _) in figures { try FileSystem.makeDirectory("\(directory.path)/\(dataset)") }
    try FileSystem.write(files.sorted { $0.key < $1.key }.map { ("\(directory.path)/\($0.key)", .text($0.value)) })
    guard let format, !drawings.isEmpty else { return .none }
    let outcome = await directory.drawIfPossible(drawings, as: format, with: gnuplot, afterEach: afterEach)
    try Task.checkCancellation()
    return outcome
  }

  /// The list of the files of figures, one in each line.
  private static func figureListPath(_ folder: String) -> String { "\(folder)/.figures" }

  private static func earlierFigures(_ folder: String) -> [String] {
    String(decoding: FileSystem.read(figureListPath(folder), atMost: 1 << 24) ?? [], as: UTF8.self)
      .split(separator: "\n").filter { $0.split(separator: "/").last.flatMap { PartName(String($0)) } == nil }
      .map(String.init)
  }
}

extension SweepFigures {
  /// The figures of a sweep, see ``init(table:axes:x:y:where:showsTheory:)``.
  ///
  /// - Parameters:
  ///   - plan: the sweep.
  ///   - folder: where its table is.
  ///   - x: the setting along the horizontal axis, by its name on the command line; the usual one when nil.
  ///   - y: the setting along the vertical axis of maps.
  ///   - filters: "NAME=VALUE", as a command line gives them.
  ///   - showsTheory: whether the largest stable learning rate is drawn.
  /// - Throws: ``SweepTableError``; ``SweepError/axis(text:reason:)`` for a filter that is none.
  public init(
    _ plan: SweepPlan, in folder: SweepFolder, x: String? = nil, y: String? = nil, where filters: [String] = [],
    showsTheory: Bool = true
  ) throws {
    let filters = try filters.map { text throws(SweepFilterError) in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw SweepFilterError(text: text) }
      return (name: SweepAxis.name(of: String(text[..<equals])), value: String(text[text.index(after: equals)...]))
    }
    let shown = [x, y].map { $0.map(SweepAxis.name) }
    // Of what no figure names value by value the number is enough: seeds may be millions.
    let axes = plan.axes.map { axis in
      let isListed = axis.name != "seed" || shown.contains("seed")
      return (name: axis.name, values: isListed ? axis.values.texts : [], count: axis.values.count)
    }
    try self.init(
      try folder.table(), axes: axes, x: shown[0], y: shown[1], where: filters, showsTheory: showsTheory)
  }
}

/// A filter that cannot be meant.
public struct SweepFilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was given.
  public let text: String

  /// The error in words.
  public var description: String { "'\(text)' is no filter: --where takes NAME=VALUE, such as gamma=1e-6." }
}
