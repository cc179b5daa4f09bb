public import Gnuplot
public import PluginKit

/// A finished run done again elsewhere, and what came out differently.
public struct Verification: Sendable {
  /// A file that is not the same.
  public struct Difference: Hashable, Sendable {
    /// The path within the run's folder.
    public let file: String
    /// What is different, in words.
    public let what: String
  }

  /// How many files were compared.
  public let compared: Int
  /// How many images were not: a tolerance is for numbers, and what could not be drawn cannot be compared.
  public let imagesLeftOut: Int
  /// The files that differ, by name.
  public let differences: [Difference]
  /// Datasets that the run was interrupted before, and that were run now.
  public let unfinished: [String]
  /// What the two runs were made with, where that differs.
  public let versionNotes: [String]
  /// Figures of the second run that gnuplot could not draw.
  public let drawingFailures: [DrawingOutcome.Failure]

  /// Runs what is in a folder again, in a temporary one, and compares.
  ///
  /// - Parameters:
  ///   - directory: the folder.
  ///   - tolerance: how far numbers may be apart, absolutely up to 1 and relatively above, for runs from another
  ///     machine; nil where every byte has to be the same.
  ///   - registry: the plugins there are.
  ///   - gnuplot: what draws the figures.
  ///   - programVersion: the program's version, for the record.
  ///   - notify: is told what the run is doing.
  /// - Throws: `RunDirectoryError` when there is no run in the folder or it cannot be run again; whatever a run throws.
  public init(
    of directory: RunDirectory, tolerance: Double?, registry: PluginRegistry,
    gnuplot: GnuplotProgram = GnuplotProgram(), programVersion: String,
    _ notify: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) async throws {
    let record = try directory.record()
    let plan = try RunPlan(repeating: directory, registry: registry)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let again = RunDirectory("\(scratch.path)/run")
    let report = try await Experiment(plan, into: again, gnuplot: gnuplot, programVersion: programVersion).run(notify)
    let repeated = try again.record()

    let images = ImageFormat.allEndings.map { ".\($0)" }
    let all = Set(record.files + repeated.files).filter(RunDirectory.isOwnName).union([RunDirectory.recordName])
    let isImage = { (file: String) in images.contains { file.hasSuffix($0) } }
    let withoutImages = tolerance != nil || !report.drawing.failures.isEmpty
    let left = withoutImages ? all.filter { !isImage($0) } : all
    compared = left.count
    imagesLeftOut = all.count - left.count
    differences = left.sorted().compactMap { file in
      let comparison = FileComparison(
        file, directory.path, again.path, tolerance: tolerance, withoutImages: withoutImages)
      return comparison.what.map { Difference(file: file, what: $0) }
    }
    unfinished = record.unfinished ?? []
    versionNotes = Self.versionNotes(record, repeated)
    drawingFailures = report.drawing.failures
  }

  /// "gnuplot 5.4.4 there, 6.0.1 here".
  private static func versionNotes(_ record: StoredRecord, _ repeated: StoredRecord) -> [String] {
    let pairs: [(String, String?, String?)] = [
      ("dlnn-sim", record.program.version, repeated.program.version),
      ("GSL", record.versions.gsl, repeated.versions.gsl),
      ("gnuplot", record.versions.gnuplot, repeated.versions.gnuplot),
      ("Swift", record.versions.swift, repeated.versions.swift),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") there, \($0.2 ?? "none") here" }
  }
}
