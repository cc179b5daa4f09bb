public import Gnuplot
public import PluginKit
internal import Support

/// A finished run as a single, self-contained HTML file, to send to others or to put on a course page.
///
/// It has the findings, the settings, the figures, and the similarity matrices of all epochs with a slider. The same run
/// gives the same document.
public struct RunDocument: Sendable {
  /// The path of the file.
  public let path: String
  /// Its size in bytes.
  public let size: Int
  /// The number of figures in it.
  public let figureCount: Int
  /// Figures without an image that a browser can show, which gnuplot could not draw either.
  public let drawingFailures: [DrawingOutcome.Failure]

  /// What is being done, for a display of the progress.
  public enum Event: Sendable {
    /// A figure without an image was drawn.
    case drawing(done: Int, total: Int)
    /// A training is being repeated, for its matrices.
    case training(dataset: String)
  }

  /// The file's name in the run's folder.
  static let fileName = RunDirectory.reportName

  /// How many numbers all sliders may have together: about 1.5 MB.
  public static let mostNumbers = 200_000

  /// Makes the document of a run and writes it.
  ///
  /// Figures without an image that a browser can show are drawn from their scripts, outside the run's folder. The matrices
  /// come from repeated trainings, or from the run's tables if the run cannot be repeated.
  ///
  /// - Parameters:
  ///   - directory: the run's folder; only the document in it is changed.
  ///   - file: the path of the document; report.html in the run's folder when nil. A document of this program is replaced,
  ///     any other file is not.
  ///   - registry: all plugins.
  ///   - gnuplot: draws missing figures.
  ///   - program: the program's name in the command lines of the document.
  ///   - programVersion: its version.
  ///   - mostNumbers: how many numbers all sliders may have together.
  ///   - notify: called with what is being done.
  /// - Throws: `RunDirectoryError` if the folder holds no run, `FileError` if another process is writing there or the report
  ///   cannot be written; `CancellationError`.
  public init(
    of directory: RunDirectory, to file: String? = nil, registry: PluginRegistry,
    gnuplot: GnuplotProgram = GnuplotProgram(), program: String = "dlnn-sim", programVersion: String,
    mostNumbers: Int = RunDocument.mostNumbers, _ notify: (Event) -> Void = { _ in }
  ) async throws {
    path = file ?? directory.reportPath
    let lock = try directory.take()
    defer { withExtendedLifetime(lock) {} }
    // Fail early if the document cannot be written.
    let files = try directory.files()
    guard !FileSystem.exists(path) || RunDirectory.isReport(path) else {
      throw RunDirectoryError.foreignReport(path: path)
    }
    let run = try directory.read()
    guard (try? JSONValue(FileSystem.read(directory.recordPath, atMost: RunRecord.largestSize) ?? [])) != nil else {
      throw RunDirectoryError.unreadable(path: directory.recordPath, reason: "it has the same key twice in one object")
    }
    let images = try await ReportImages(of: directory, files, with: gnuplot) { done, total in
      notify(.drawing(done: done, total: total))
    }
    try Task.checkCancellation()
    let similarities = try Self.similarities(run, directory, files, registry, mostNumbers, notify)
    let page = ReportPage(
      run: run, datasets: run.readableDatasets, images: images, similarities: similarities,
      request: try? run.wholeRequest(), analysisOrder: registry.analyses.map(\.description.identifier),
      datasetSummaries: Dictionary(
        registry.datasets.map { ($0.description.identifier, $0.description.summary) },
        uniquingKeysWith: { first, _ in first }),
      program: program, programVersion: programVersion)
    let document = page.document()
    try FileSystem.write(path, .bytes(document.markup.bytes))
    size = document.markup.bytes.count
    figureCount = document.figureCount
    drawingFailures = images.drawing.failures
  }

  /// For every network with a hidden layer its matrices, or why they are not shown.
  private static func similarities(
    _ run: RunRecord, _ directory: RunDirectory, _ files: [String], _ registry: PluginRegistry, _ mostNumbers: Int,
    _ notify: (Event) -> Void
  ) throws -> [String: ReportPage.Similarity] {
    let plan = Result { try RunPlan(repeating: directory, registry: registry) }
    if case .failure(let error as CancellationError) = plan { throw error }
    let sources = SimilarityStates.sources(run, plan, directory, files)
    let (shown, large) = (
      sources.filter { $0.itemCount <= SimilarityStates.largestItemCount },
      sources.filter { $0.itemCount > SimilarityStates.largestItemCount }
    )
    var result: [String: ReportPage.Similarity] = [:]
    for source in large { result[source.dataset] = .tooManyItems(source.itemCount) }
    let chosen = NumberBudget.shared(mostNumbers, among: shown.map(\.series))
    for (source, epochs) in zip(shown, chosen) {
      guard let epochs else {
        result[source.dataset] = .noRoom
        continue
      }
      notify(.training(dataset: source.dataset))
      do {
        let states = try SimilarityStates(source, at: epochs)
        result[source.dataset] = states.epochs.isEmpty ? .failed("No state could be recorded.") : .states(states)
      } catch let error as CancellationError {
        throw error
      } catch {
        result[source.dataset] = .failed("\(error)")
      }
    }
    return result
  }
}
