internal import Gnuplot
internal import LearningDynamics
public import PluginKit

extension RunRequest {
  /// An option of a run by its name on the command line.
  ///
  /// Whatever asks for a run with texts (a command line, a link, a file) goes through these names and ``set(_:to:)``, so
  /// that the same texts mean the same and errors read alike.
  public enum Option: String, CaseIterable, Sendable {
    case plugin, set, seed, eta, gamma, epochs, hidden, epoch, probe, sampler, engine, theory, format, export
    case recordEvery = "record-every"
    case medium = "for"

    /// What the option takes, in words.
    public var allowed: String {
      switch self {
      case .plugin: "the identifier of a plugin, or 'all'"
      case .set: "NAME=VALUE, such as flip=0.1"
      case .seed: "a whole number from 0 to 4294967295"
      case .eta: "a number above 0"
      case .gamma: "a number from 0 up"
      case .epochs: "a whole number from 1 to 10,000,000"
      case .hidden: "up to 64 widths from 1 to 100,000, such as 30 or 30,30, or 'none'"
      case .epoch: "an epoch from 0 up, at most 24 of them"
      case .probe: "ITEM:FEATURE, such as Robin:feature-3"
      case .sampler: SamplingConvention.allCases.map(\.rawValue).joined(separator: " or ")
      case .engine: TrainingEngine.allCases.map(\.rawValue).joined(separator: " or ")
      case .theory: "yes or no"
      case .format: "svg, png, pdf or none"
      case .export: Export.allCases.map(\.rawValue).joined(separator: " or ")
      case .recordEvery: "a whole number from 1 to 10,000,000"
      case .medium: "web, slides or paper"
      }
    }

    /// The error for a text that the option does not take.
    public func refusing(_ text: String) -> SettingsError {
      .refused(name: "--\(rawValue)", text: text, allowed: allowed)
    }
  }

  /// Sets an option from a text; `plugin`, `epoch` and `export` add to what is there, `set` replaces a value of the same name.
  ///
  /// - Throws: `SettingsError.refused(name:text:allowed:)` for a text that the option does not take.
  public mutating func set(_ option: Option, to text: String) throws(SettingsError) {
    func checked<Value>(_ value: Value?, _ isAllowed: (Value) -> Bool = { _ in true }) throws(SettingsError) -> Value {
      guard let value, isAllowed(value) else { throw option.refusing(text) }
      return value
    }
    switch option {
    case .plugin: plugins.append(try checked(text) { !$0.isEmpty })
    case .set:
      let equals = try checked(text.firstIndex(of: "=")) { $0 != text.startIndex }
      settings[String(text[..<equals])] = String(text[text.index(after: equals)...])
    case .seed: training.seed = try checked(UInt32(text))
    case .eta: training.learningRate = try checked(Double.decimal(text)) { $0.isFinite && $0 > 0 }
    case .gamma: training.initializationScale = try checked(Double.decimal(text)) { $0.isFinite && $0 >= 0 }
    case .epochs: training.epochs = try checked(Int(text)) { (1...10_000_000).contains($0) }
    case .hidden: training.hiddenWidths = try checked(Self.widths(text)) { $0.count <= 64 }
    case .epoch: shownEpochs.append(try checked(Int(text)) { $0 >= 0 && shownEpochs.count < 24 })
    case .probe: probe = try checked(text) { Self.isCell($0) }
    case .sampler: training.sampling = try checked(SamplingConvention(rawValue: text))
    case .engine: training.engine = try checked(TrainingEngine(rawValue: text))
    case .recordEvery: training.recordingInterval = try checked(Int(text)) { (1...10_000_000).contains($0) }
    case .theory: showsTheory = try checked(Bool(parameterText: text))
    case .export:
      exports.append(try checked(text) { name in Export(rawValue: name) != nil && exports.count < 24 })
    case .medium: medium = try checked(Medium(rawValue: text))
    case .format: format = text == "none" ? nil : try checked(ImageFormat(rawValue: text))
    }
  }

  /// The options that make this request from the tutorial's, in the order of a command line; beside them it has its dataset
  /// files.
  public var options: [(option: Option, text: String)] {
    let usual = RunRequest()
    var options: [(Option, String)] = plugins.map { (.plugin, $0) }
    options += settings.sorted { $0.key < $1.key }.map { (.set, "\($0.key)=\($0.value)") }
    if training.seed != usual.training.seed { options.append((.seed, "\(training.seed)")) }
    if let rate = training.learningRate { options.append((.eta, rate.parameterText)) }
    if let scale = training.initializationScale { options.append((.gamma, scale.parameterText)) }
    if let epochs = training.epochs { options.append((.epochs, "\(epochs)")) }
    if training.hiddenWidths != usual.training.hiddenWidths {
      let widths = training.hiddenWidths.map(String.init)
      options.append((.hidden, widths.isEmpty ? "none" : widths.joined(separator: ",")))
    }
    options += shownEpochs.map { (.epoch, "\($0)") }
    if let probe { options.append((.probe, probe)) }
    if training.sampling != usual.training.sampling { options.append((.sampler, training.sampling.rawValue)) }
    if training.engine != usual.training.engine { options.append((.engine, training.engine.rawValue)) }
    if let interval = training.recordingInterval { options.append((.recordEvery, "\(interval)")) }
    if !showsTheory { options.append((.theory, false.parameterText)) }
    options += exports.map { (.export, $0) }
    if format != usual.format { options.append((.format, format?.rawValue ?? "none")) }
    if medium != usual.medium { options.append((.medium, medium.rawValue)) }
    return options
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
      throw Option.set.refusing(settings.keys.sorted().first { $0.contains("=") } ?? "")
    }
  }

  private static let largestFileCount = 64
  /// What the dataset files of a run may have together with their tables: as JSON, where a quote or the end of a line takes
  /// two bytes, that is less than a record may have.
  static let largestFileSize = 24 << 20

  /// Whether a text has something on both sides of a colon.
  private static func isCell(_ text: String) -> Bool {
    text.utf8.count <= Probe.longestName && text.dropFirst().dropLast().contains(":")
  }

  private static func widths(_ text: String) -> [Int]? {
    if text == "none" { return [] }
    let widths = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard widths.allSatisfy({ $0.map((1...100_000).contains) == true }) else { return nil }
    return widths.compactMap(\.self)
  }
}
