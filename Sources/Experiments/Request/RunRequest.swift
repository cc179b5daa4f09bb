public import Gnuplot
public import LearningDynamics
public import PluginKit
internal import Support

/// A request for a run, as a value: enough to repeat the run.
public struct RunRequest: Codable, Hashable, Sendable {
  /// Identifiers of plugins; none means the tutorial's own, "all" means all plugins.
  public var plugins: [String] = []
  /// Datasets from files; like named datasets, they restrict the run to themselves.
  public var datasetFiles: [DatasetFile] {
    get { files ?? [] }
    set { files = newValue.isEmpty ? nil : newValue }
  }
  /// Plugin settings by parameter name.
  public var settings: [String: String] = [:]
  /// The texts of the tables that settings name, by name.
  public var settingTables: [String: String] {
    get { namedTables ?? [:] }
    set { namedTables = newValue.isEmpty ? nil : newValue }
  }
  /// Network, learning rate, epochs, seed.
  public var training = TrainingSettings()
  /// The epochs to show; each analysis chooses its own if empty.
  public var shownEpochs: [Int] = []
  /// The probe, "ITEM:FEATURE"; the dataset's own when nil.
  public var probe: String?
  /// How often items are shown in an epoch, by their names; other items as their dataset says, usually once.
  public var frequencies: [String: Double] {
    get { shownTimes ?? [:] }
    set { shownTimes = newValue.isEmpty ? nil : newValue }
  }
  /// What is changed in the histories of datasets.
  public var history: HistoryChange {
    get { taught ?? HistoryChange() }
    set { taught = newValue == HistoryChange() ? nil : newValue }
  }
  /// Whether theory is drawn over the simulation, where it applies.
  public var showsTheory: Bool {
    get { theory ?? true }
    set { theory = newValue ? nil : false }
  }
  /// The image format; nil for scripts and tables only.
  public var format: ImageFormat? = .svg
  /// The names of exports for other programs: ``Export``.
  public var exports: [String] {
    get { exported ?? [] }
    set { exported = newValue.isEmpty ? nil : newValue }
  }

  /// The medium that images are drawn for.
  public var medium: Medium {
    get { drawnFor ?? .web }
    set { drawnFor = newValue == .web ? nil : newValue }
  }

  /// Only in records of runs with dataset files.
  private var files: [DatasetFile]?
  /// Only in records of runs with tables in settings.
  private var namedTables: [String: String]?
  /// Only in records of runs with frequencies.
  private var shownTimes: [String: Double]?
  /// Only in records of runs that change a history.
  private var taught: HistoryChange?
  /// Only in records of runs without theory.
  private var theory: Bool?
  /// Only in records of runs with exports.
  private var exported: [String]?
  /// Not in records of runs for the web.
  private var drawnFor: Medium?

  private enum CodingKeys: String, CodingKey {
    case plugins, settings, training, shownEpochs, probe, theory, format
    case files = "datasetFiles"
    case namedTables = "settingTables"
    case shownTimes = "frequencies"
    case taught = "history"
    case exported = "exports"
    case drawnFor = "for"
  }

  /// The tutorial's run.
  public init() {}

  /// Reads a request; files that are missing in a record are an empty list.
  var normalized: RunRequest {
    var request = self
    request.datasetFiles = datasetFiles
    request.settingTables = settingTables
    request.frequencies = frequencies
    request.history = history
    request.showsTheory = showsTheory
    request.exports = exports
    request.medium = medium
    return request
  }

  /// The names of all requested plugins, including datasets from files.
  var names: [String] { plugins + datasetFiles.map(\.identifier) }
}

extension RunRequest {
  /// The command for this request, to be pasted into a shell; options with their default value are left out.
  ///
  /// Dataset files and folders of weights are given by their names only, because their own folders are unknown.
  ///
  /// - Parameter program: the name of the program.
  public func commandLine(program: String = "dlnn-sim") -> String {
    var words = [program]
    for file in datasetFiles { words += ["--dataset", file.name] }
    if let weights = training.ownWeights { words += ["--weights", weights.name] }
    for (option, text) in options {
      switch option.kind {
      case .flag: words.append(text == true.parameterText ? "--\(option.name)" : "--no-\(option.name)")
      default: words += ["--\(option.name)", text]
      }
    }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}

extension RunRequest {
  /// Sets an option from a text. A repeatable option adds a value, and `set` replaces a setting of the same name.
  ///
  /// Command lines, links and files all use this function, so the same text always has the same meaning and the same errors.
  ///
  /// - Throws: `SettingsError.refused(name:text:allowed:)` for a text that is not allowed.
  public mutating func set(_ option: RunOption, to text: String) throws(SettingsError) {
    guard option.read(&self, text) else { throw option.refusing(text, after: self) }
  }

  /// The options that differ from the tutorial's request, in the order of a command line, without the dataset files.
  public var options: [(option: RunOption, text: String)] {
    RunOption.all.flatMap { option in option.write(self).map { (option, $0) } }
  }

  /// Checks a request that was not made from texts: options must be able to express it.
  ///
  /// - Throws: `SettingsError` with the option and its allowed values; ``PlanError`` for too many or too large files.
  public func validate() throws {
    guard datasetFiles.count <= Self.largestFileCount else {
      throw PlanError.tooManyFiles(datasetFiles.count, limit: Self.largestFileCount)
    }
    let size =
      datasetFiles.reduce(0) { sum, file in
        file.tables.values.reduce(sum + file.text.utf8.count) { $0 + $1.utf8.count }
      } + (Array(history.tables.values) + Array(settingTables.values)).reduce(0) { $0 + $1.utf8.count }
    let weights = (training.ownWeights?.byteCount ?? 0) / 3 * 4
    guard size + weights <= Self.largestRecordedSize else {
      throw PlanError.largeFiles(size: size + weights, limit: Self.largestRecordedSize)
    }
    guard size <= Self.largestFileSize else { throw PlanError.largeFiles(size: size, limit: Self.largestFileSize) }
    var same = RunRequest()
    (same.datasetFiles, same.training.ownWeights) = (datasetFiles, training.ownWeights)
    same.history.tables = history.tables
    same.settingTables = settingTables
    for (option, text) in options { try same.set(option, to: text) }
    // A difference means that the name of a setting contains an equals sign.
    guard same == normalized else {
      throw RunOption.set.refusing(settings.keys.sorted().first { $0.contains("=") } ?? "")
    }
  }

  private static let largestFileCount = 64
  /// The largest total size of a run's dataset files and tables: as JSON, in which quotes and line ends need two bytes, they
  /// still fit into a record.
  static let largestFileSize = 24 << 20
  /// The same with weights, which need four thirds of their size.
  private static let largestRecordedSize = 34 << 20
}
