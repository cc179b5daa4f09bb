public import Gnuplot
public import PluginKit
internal import Support

/// The result of repeating a finished run: the files that differ.
///
/// It covers the files in the run's record, and the images that were drawn after the run, which are drawn again too. All
/// other files in the folder are named in ``notVouchedFor``.
public struct Verification: Sendable {
  /// A file that differs.
  public struct Difference: Hashable, Sendable {
    /// The path within the run's folder.
    public let file: String
    /// The difference, in words.
    public let what: String
  }

  /// How many files were compared.
  public let compared: Int
  /// How many images of the run's record were not compared: a tolerance applies to numbers only, and some could not be drawn.
  public let imagesLeftOut: Int
  /// Files in the folders of the datasets, and the report, that were not compared, by name.
  public let notVouchedFor: [String]
  /// The files that differ, by name.
  public let differences: [Difference]
  /// Datasets that are missing because the run was interrupted, and that were run now.
  public let unfinished: [String]
  /// Differences between the versions with which the two runs were made.
  public let versionNotes: [String]
  /// Figures of the repeated run that gnuplot could not draw.
  public let drawingFailures: [DrawingOutcome.Failure]

  /// Repeats the run of a folder in a temporary one, and compares.
  ///
  /// - Parameters:
  ///   - directory: the folder.
  ///   - tolerance: how much numbers may differ, absolute up to 1 and relative above, for runs from another machine; nil if
  ///     every byte has to be the same.
  ///   - registry: the available plugins.
  ///   - gnuplot: what draws the figures.
  ///   - programVersion: the program's version, for the record.
  ///   - notify: gets the progress of the run.
  /// - Throws: `RunDirectoryError` if the folder has no run or it cannot be repeated; any error of a run.
  public init(
    of directory: RunDirectory, tolerance: Double?, registry: PluginRegistry,
    gnuplot: GnuplotProgram = GnuplotProgram(), programVersion: String,
    _ notify: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async throws {
    let before = FileSystem.read(directory.recordPath)
    let record = try directory.record()
    let plan = try RunPlan(repeating: directory, registry: registry)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let again = RunDirectory("\(scratch.path)/run")
    let result = try await Experiment(plan, into: again, gnuplot: gnuplot, programVersion: programVersion).run(notify)
    var repeated = try again.record()
    if record.program.recordFormat != repeated.program.recordFormat {
      // If an earlier version wrote the record, the new one is compared in the form that this version would have written.
      repeated = repeated.inFormat(record.program.recordFormat)
      try FileSystem.write(again.recordPath, .text(repeated.jsonText()))
    }

    let withoutImages = tolerance != nil || !result.drawing.failures.isEmpty
    let later = try directory.imagesBesideRecord()
    let redrawn =
      withoutImages
      ? (images: [], failures: [])
      : try await Self.drawnAgain(later, of: directory, in: again, with: gnuplot)
    let drawn = try Set(again.drawings().compactMap { drawing in plan.request.format.map(drawing.image) })

    let listed = Set(record.files)
    let all = listed.union(repeated.files).filter(RunDirectory.isOwnName).union([RunDirectory.recordName])
    // An image that no run of this request draws is an error, whether or not it can be drawn here.
    let left = (withoutImages ? all.filter { !Self.isImage($0) || !drawn.contains($0) } : all).union(redrawn.images)
    compared = left.count
    imagesLeftOut = all.subtracting(left).count
    let foreign = listed.filter { !RunDirectory.isOwnName($0) }.sorted()
    differences =
      foreign.map { Difference(file: RunDirectory.recordName, what: "lists '\($0)', which is not an output of a run") }
      + left.sorted().compactMap { file in
        let comparison = FileComparison(
          file, directory.path, again.path, tolerance: tolerance, withoutImages: withoutImages)
        return comparison.what.map { Difference(file: file, what: $0) }
      }
    try directory.requireUnchanged(since: before)
    notVouchedFor = Self.others(in: directory, than: all.union(redrawn.images), datasets: all.union(later))
    unfinished = record.unfinished?.value ?? []
    versionNotes = Self.versionNotes(record, repeated)
    drawingFailures = result.drawing.failures + redrawn.failures
  }

  private static func isImage(_ file: String) -> Bool {
    ImageFormat.allEndings.contains { file.hasSuffix(".\($0)") }
  }

  /// Draws images that are not in the run's record from the scripts of the repeated run.
  ///
  /// - Parameters:
  ///   - images: the images listed as drawn after the run.
  ///   - directory: the run's folder; images that are gone are not drawn.
  ///   - again: the folder of the repeated run.
  /// - Returns: the drawn images (the others have no script), and the errors.
  private static func drawnAgain(
    _ images: Set<String>, of directory: RunDirectory, in again: RunDirectory, with gnuplot: GnuplotProgram
  ) async throws -> (images: [String], failures: [DrawingOutcome.Failure]) {
    let wanted = images.filter { FileSystem.exists("\(directory.path)/\($0)") }
    guard !wanted.isEmpty else { return ([], []) }
    let drawings = try again.drawings()
    var (drawn, failures) = ([String](), [DrawingOutcome.Failure]())
    for format in ImageFormat.allCases {
      let chosen = drawings.filter { wanted.contains($0.image(format)) && !drawn.contains($0.image(format)) }
      guard !chosen.isEmpty else { continue }
      let outcome = try await again.drawAgain(chosen, as: format, with: gnuplot)
      try Task.checkCancellation()
      drawn += outcome.drawn.map { $0.image(format) }
      failures += outcome.failures
    }
    return (drawn, failures)
  }

  /// Files that were not compared: all others in the datasets' folders, and the report.
  ///
  /// - Parameters:
  ///   - known: files of the run's record, and all others that were compared.
  ///   - datasets: paths that begin with the datasets' folders.
  private static func others(in directory: RunDirectory, than known: Set<String>, datasets: Set<String>) -> [String] {
    // A file may be in a subfolder of the dataset's folder.
    let folders = Set(datasets.flatMap { file in file.indices.filter { file[$0] == "/" }.map { String(file[..<$0]) } })
    var others = FileSystem.exists(directory.reportPath) ? [RunDirectory.reportName] : []
    for folder in folders.sorted() {
      others += FileSystem.entries("\(directory.path)/\(folder)").map { "\(folder)/\($0)" }
        .filter { !known.contains($0) && !folders.contains($0) }.sorted()
    }
    return others
  }

  /// "gnuplot 5.4.4 there, 6.0.1 here".
  private static func versionNotes(_ record: RunRecord, _ repeated: RunRecord) -> [String] {
    let pairs: [(String, String?, String?)] = [
      ("dlnn-sim", record.program.version, repeated.program.version),
      ("GSL", record.versions?.value?.gsl, repeated.versions?.value?.gsl),
      ("gnuplot", record.versions?.value?.gnuplot, repeated.versions?.value?.gnuplot),
      ("Swift", record.versions?.value?.swift, repeated.versions?.value?.swift),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") there, \($0.2 ?? "none") here" }
  }
}

extension RunPlan {
  /// The plan of the run in a folder, with optional changes.
  ///
  /// - Parameters:
  ///   - directory: the folder.
  ///   - registry: the available plugins.
  ///   - change: changes the recorded request. If it chooses other plugins, recorded settings that none of them has are left
  ///     out.
  /// - Throws: `RunDirectoryError` for a folder without a run, and ``RunDirectoryError/notRepeatable(path:reason:)`` for a
  ///   recorded request that cannot be carried out here; any error of `change` and of the plan.
  public init(
    repeating directory: RunDirectory, registry: PluginRegistry, change: (RunRequest) throws -> RunRequest = { $0 }
  ) throws {
    let recorded = try directory.request()
    do {
      var request = try change(recorded)
      if request.names != recorded.names {
        let known = Set(
          try PluginSelection(request.names, from: registry.including(request.datasetFiles)).parameters.map(\.name))
        request.settings = request.settings.filter { known.contains($0.key) || recorded.settings[$0.key] != $0.value }
      }
      self = try RunPlan(request, registry: registry)
    } catch {
      if let damage = Self.problem(with: recorded, registry) {
        throw RunDirectoryError.notRepeatable(path: directory.recordPath, reason: "\(damage)")
      }
      throw error
    }
  }

  /// Why a request cannot be planned; nil if it can.
  private static func problem(with request: RunRequest, _ registry: PluginRegistry) -> (any Error)? {
    do {
      _ = try RunPlan(request, registry: registry)
      return nil
    } catch {
      return error
    }
  }
}
