public import Gnuplot
public import LearningDynamics
public import PluginKit
internal import Support

/// What a reader asks for, as a value: enough to run the same again.
public struct RunRequest: Codable, Hashable, Sendable {
  /// Identifiers of plugins; none means the tutorial's own, "all" everything there is.
  public var plugins: [String] = []
  /// Datasets from files; as the names of datasets do, they narrow the run to themselves.
  public var datasetFiles: [DatasetFile] {
    get { files ?? [] }
    set { files = newValue.isEmpty ? nil : newValue }
  }
  /// Plugin settings by parameter name.
  public var settings: [String: String] = [:]
  /// Network, learning rate, epochs, seed.
  public var training = TrainingSettings()
  /// The epochs to show; chosen by each analysis when empty.
  public var shownEpochs: [Int] = []
  /// The cell to follow, "ITEM:FEATURE"; the dataset's own probe when nil.
  public var probe: String?
  /// Whether theory is drawn over what was simulated, where it holds.
  public var showsTheory: Bool {
    get { theory ?? true }
    set { theory = newValue ? nil : false }
  }
  /// What images are made as; none for scripts and tables only.
  public var format: ImageFormat? = .svg
  /// Names of what is exported for other programs: ``Export``.
  public var exports: [String] {
    get { exported ?? [] }
    set { exported = newValue.isEmpty ? nil : newValue }
  }

  /// What images are drawn for.
  public var medium: Medium {
    get { drawnFor ?? .web }
    set { drawnFor = newValue == .web ? nil : newValue }
  }

  /// Not there in records of runs without any.
  private var files: [DatasetFile]?
  /// There in records of runs without theory only.
  private var theory: Bool?
  /// There in records of runs that export something only.
  private var exported: [String]?
  /// Not there in records of runs for the web.
  private var drawnFor: Medium?

  private enum CodingKeys: String, CodingKey {
    case plugins, settings, training, shownEpochs, probe, theory, format
    case files = "datasetFiles"
    case exported = "exports"
    case drawnFor = "for"
  }

  /// The tutorial's run.
  public init() {}

  /// The request as it would be made here: a record may say of no files that they are none.
  var normalized: RunRequest {
    var request = self
    request.datasetFiles = datasetFiles
    request.showsTheory = showsTheory
    request.exports = exports
    request.medium = medium
    return request
  }

  /// The names by which plugins are asked for, those of datasets from files included.
  var names: [String] { plugins + datasetFiles.map(\.identifier) }
}

extension RunRequest {
  /// The command that asks for the same, to be pasted into a shell; an option that has its default is left out.
  ///
  /// A dataset file is given by its name: where it lies only its reader knows.
  ///
  /// - Parameter program: what the program is called.
  public func commandLine(program: String = "dlnn-sim") -> String {
    var words = [program]
    for file in datasetFiles { words += ["--dataset", file.name] }
    for (option, text) in options {
      switch option.kind {
      case .flag: words.append(text == true.parameterText ? "--\(option.name)" : "--no-\(option.name)")
      default: words += ["--\(option.name)", text]
      }
    }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
