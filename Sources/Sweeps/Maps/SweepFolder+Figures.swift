public import Experiments
public import Gnuplot
internal import LearningDynamics
internal import Support

extension SweepFolder {
  /// Writes figures into a folder, replacing earlier figures of sweeps there, and draws them.
  ///
  /// - Parameters:
  ///   - figures: the figures of each dataset.
  ///   - path: the folder; the sweep's own when nil.
  ///   - format: what images are made as; none for scripts and tables only.
  ///   - medium: what they are drawn for.
  ///   - gnuplot: what draws them.
  ///   - afterEach: called with the number of figures drawn.
  /// - Returns: what was drawn, and what failed.
  /// - Throws: `FileError`, `RunDirectoryError` where nothing can be written, `FigureError`, `CancellationError`.
  public func draw(
    _ figures: [(dataset: String, figures: [Figure])], into path: String? = nil, as format: ImageFormat?,
    for medium: Medium = .web, with gnuplot: GnuplotProgram,
    afterEach: (Int) -> Void = { _ in }
  ) async throws -> DrawingOutcome {
    let path = path ?? self.path
    if path != self.path { try RunDirectory(path).refuseOtherContent() }
    return try await FigureFolder(path, recordName: Self.figureListName)
      .replace(figures, as: format, for: medium, with: gnuplot, afterEach: afterEach)
  }

  /// The list of the files of figures, one in each line.
  private static let figureListName = ".figures"
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
  /// - Throws: ``SweepTableError``; ``SweepFilterError`` for an invalid filter.
  public init(
    _ plan: SweepPlan, in folder: SweepFolder, x: String? = nil, y: String? = nil, where filters: [String] = [],
    showsTheory: Bool = true
  ) throws {
    let filters = try filters.map { text throws(SweepFilterError) in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw SweepFilterError(text: text) }
      return (name: SweepAxis.name(of: String(text[..<equals])), value: String(text[text.index(after: equals)...]))
    }
    let shown = [x, y].map { $0.map(SweepAxis.name) }
    // For axes whose values are not shown the number is enough: there may be millions of seeds.
    let axes = plan.axes.map { axis in
      let isListed = axis.name != "seed" || shown.contains("seed")
      return (name: axis.name, values: isListed ? axis.values.texts : [], count: axis.values.count)
    }
    try self.init(
      try folder.table(), axes: axes, x: shown[0], y: shown[1], where: filters, showsTheory: showsTheory)
    origin = Self.origin(of: plan)
  }

  /// η, γ and seed, if they are known without the dataset: varied, set, or the same for all.
  private static func origin(of plan: SweepPlan) -> [String] {
    func part(_ name: String, _ sign: String, _ fixed: String?) -> String? {
      (plan.axes.first { $0.name == name }?.values.summary ?? fixed).map { "\(sign) \($0)" }
    }
    let training = plan.request.run.training
    return [
      part("eta", "η =", training.learningRate?.significant()),
      part("gamma", "γ =", training.initializationScale?.significant()), part("seed", "seed", "\(training.seed)"),
    ].compactMap(\.self)
  }
}

/// An invalid filter.
public struct SweepFilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was given.
  public let text: String

  /// The error in words.
  public var description: String { "'\(text)' is not a filter. Filters are NAME=VALUE, such as gamma=1e-6." }
}
