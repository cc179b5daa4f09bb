public import Gnuplot
public import PluginKit
internal import Support

/// A finished run as a single HTML file that needs nothing else: to be sent, or put on a page of a course.
///
/// It holds what the run found and with what, its figures, and the representational similarity matrices of all epochs behind
/// a slider. The same run gives the same document.
public struct RunDocument: Sendable {
  /// The path of the file.
  public let path: String
  /// Its size in bytes.
  public let size: Int
  /// The number of figures in it.
  public let figureCount: Int
  /// What gnuplot could not draw, of figures that had no image that a browser shows.
  public let drawingFailures: [DrawingOutcome.Failure]

  /// What the making is at, for whoever shows its progress.
  public enum Event: Sendable {
    /// A figure without an image was drawn.
    case drawing(done: Int, total: Int)
    /// A dataset is being trained on again, for its matrices.
    case training(dataset: String)
  }

  /// The file's name in the run's folder.
  static let fileName = RunDirectory.reportName

  /// The numbers that all sliders together may have: about 1.5 MB.
  public static let mostNumbers = 200_000

  /// Makes the document of a run and writes it.
  ///
  /// Figures that have no image that a browser shows are drawn elsewhere, from their scripts. The matrices come from the
  /// run's main trainings, done again; where that cannot be, from the run's tables.
  ///
  /// - Parameters:
  ///   - directory: the run's folder, in which nothing but the document is changed.
  ///   - file: where the document goes; report.html in the run's folder when nil. Another document of this program is
  ///     replaced, anything else is not.
  ///   - registry: the plugins there are.
  ///   - gnuplot: what draws missing figures.
  ///   - program: what the program is called, for the command lines in the document.
  ///   - programVersion: its version.
  ///   - mostNumbers: what all sliders together may hold.
  ///   - notify: is told what is being done.
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
    // Whatever keeps it from being written is found out before the work.
    let files = try directory.files()
    guard !FileSystem.exists(path) || RunDirectory.isReport(path) else {
      throw RunDirectoryError.foreignReport(path: path)
    }
    let run = try directory.read()
    guard (try? JSONValue(FileSystem.read(directory.recordPath, atMost: RunRecord.largestSize) ?? [])) != nil else {
      throw RunDirectoryError.unreadable(path: directory.recordPath, reason: "it has a key twice in one place")
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

  /// The matrices of every dataset that has hidden layers, or why they are not shown.
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
        result[source.dataset] = states.epochs.isEmpty ? .failed("no state could be recorded") : .states(states)
      } catch let error as CancellationError {
        throw error
      } catch {
        result[source.dataset] = .failed("\(error)")
      }
    }
    return result
  }
}
