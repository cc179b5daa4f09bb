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

/// Numbers of a run for other programs, written into a folder `arrays` beside a dataset's tables.
public enum Export: String, CaseIterable, Sendable {
  /// X as inputs.npy, P × n; Y as targets.npy, P × N; and Y with its names as targets.csv, a line for each item, which is a
  /// dataset itself.
  case data

  /// What is written, in words.
  public var meaning: String {
    switch self {
    case .data: "the dataset: inputs.npy, targets.npy, targets.csv"
    }
  }

  /// The exports of some names, each once.
  static func named(_ names: [String]) -> [Export] { allCases.filter { names.contains($0.rawValue) } }
}

extension RunRequest {
  /// Sets an option from a text; one that can be repeated adds to what is there, and `set` replaces a value of the same name.
  ///
  /// Whatever asks for a run with texts (a command line, a link, a file) goes through here, so that the same texts mean the
  /// same and errors read alike.
  ///
  /// - Throws: `SettingsError.refused(name:text:allowed:)` for a text that the option does not take.
  public mutating func set(_ option: RunOption, to text: String) throws(SettingsError) {
    guard option.read(&self, text) else { throw option.refusing(text) }
  }

  /// The options that make this request from the tutorial's, in the order of a command line; beside them it has its dataset
  /// files.
  public var options: [(option: RunOption, text: String)] {
    RunOption.all.flatMap { option in option.write(self).map { (option, $0) } }
  }

  /// Checks a request that was not made from texts: it must be one that texts could have made.
  ///
  /// - Throws: `SettingsError` naming the option and what it takes.
  public func validate() throws(SettingsError) {
    guard datasetFiles.count <= Self.largestFileCount else {
      throw .refused(name: "--dataset", text: "\(datasetFiles.count) files", allowed: "up to \(Self.largestFileCount)")
    }
    let size = datasetFiles.reduce(0) { sum, file in
      file.tables.values.reduce(sum + file.text.utf8.count) { $0 + $1.utf8.count }
    }
    guard size <= Self.largestFileSize else {
      throw .refused(
        name: "--dataset", text: "\(size >> 20) MB in \(datasetFiles.count) files",
        allowed:
          "files and tables of up to \(Self.largestFileSize >> 20) MB together, because a run's record holds them")
    }
    var same = RunRequest()
    same.datasetFiles = datasetFiles
    for (option, text) in options { try same.set(option, to: text) }
    // What comes back different is a setting whose name has an equals sign in it.
    guard same == normalized else {
      throw RunOption.set.refusing(settings.keys.sorted().first { $0.contains("=") } ?? "")
    }
  }

  private static let largestFileCount = 64
  /// What the dataset files of a run may have together with their tables: as JSON, where a quote or the end of a line takes
  /// two bytes, that is less than a record may have.
  static let largestFileSize = 24 << 20
}
