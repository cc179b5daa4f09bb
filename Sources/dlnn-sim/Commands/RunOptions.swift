import ArgumentParser
import Experiments
import Gnuplot
import LearningDynamics
import PluginKit

/// The options of a run. Numbers arrive as texts and are checked here, so that every error reads alike.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("plugin"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A dataset or analysis to run; repeat for more. 'all' is everything.", valueName: "id"))
  var plugins: [String] = []

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A setting of the selected plugins; see 'describe'. Repeat for more.", valueName: "name=value"))
  var settings: [String] = []

  @Option(parsing: .unconditional, help: ArgumentHelp("The seed, 0 to 4294967295. (default: 2021)", valueName: "n"))
  var seed: String?

  @Option(
    name: [.customLong("learning-rate"), .customLong("eta")], parsing: .unconditional,
    help: ArgumentHelp("The learning rate η. (default: 100, or what suits dataset and depth)", valueName: "x"))
  var learningRate: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The scale γ of the initial weights. (default: 1e-12, or what suits)", valueName: "x"))
  var gamma: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many epochs to train. (default: 250, or what suits)", valueName: "n"))
  var epochs: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Widths of the hidden layers, or 'none'. (default: 30)", valueName: "n,n…"))
  var hidden: String?

  @Option(
    name: .customLong("epoch"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An epoch whose similarities to show; repeat for more. (default: each stage)", valueName: "n"))
  var shownEpochs: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How random numbers are drawn: tutorial or gsl. (default: tutorial)", valueName: "name"))
  var sampler: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What is trained: reduced or full, with equal results. (default: reduced)", valueName: "name"))
  var engine: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What images are made as: svg, png, pdf or none. (default: svg)", valueName: "name"))
  var format: String?

  /// The request that these options stand for.
  func request() throws -> RunRequest {
    var request = RunRequest()
    request.plugins = plugins
    for setting in settings {
      guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
        throw SettingsError.refused(name: "set", text: setting, allowed: "NAME=VALUE, such as flip=0.1")
      }
      request.settings[String(setting[..<equals])] = String(setting[setting.index(after: equals)...])
    }
    if let seed {
      guard let value = UInt32(seed) else { throw refused("seed", seed, "a whole number from 0 to 4294967295") }
      request.training.seed = value
    }
    request.training.learningRate = try learningRate.map { try number("learning-rate", $0, "a number above 0") }
    request.training.initializationScale = try gamma.map { try number("gamma", $0, "a number from 0 up") }
    request.training.epochs = try epochs.map { try whole("epochs", $0, "a whole number from 1 to 10,000,000") }
    if let hidden { request.training.hiddenWidths = try widths(hidden) }
    request.shownEpochs = try shownEpochs.map { try whole("epoch", $0, "an epoch from 0 up") }
    if let sampler { request.training.sampling = try choice("sampler", sampler) }
    if let engine { request.training.engine = try choice("engine", engine) }
    if let format {
      request.format = format == "none" ? nil : try Self.imageFormat(format, allowed: "svg, png, pdf or none")
    }
    return request
  }

  /// A format by name.
  static func imageFormat(_ text: String, allowed: String = "svg, png or pdf") throws(SettingsError) -> ImageFormat {
    guard let format = ImageFormat(rawValue: text) else {
      throw .refused(name: "format", text: text, allowed: allowed)
    }
    return format
  }

  private func refused(_ name: String, _ text: String, _ allowed: String) -> SettingsError {
    .refused(name: name, text: text, allowed: allowed)
  }

  private func number(_ name: String, _ text: String, _ allowed: String) throws -> Double {
    guard let value = Double(text) else { throw refused(name, text, allowed) }
    return value
  }

  private func whole(_ name: String, _ text: String, _ allowed: String) throws -> Int {
    guard let value = Int(text) else { throw refused(name, text, allowed) }
    return value
  }

  private func widths(_ text: String) throws -> [Int] {
    if text == "none" { return [] }
    return try text.split(separator: ",", omittingEmptySubsequences: false).map {
      try whole("hidden", String($0), "widths such as 30 or 30,30, or 'none'")
    }
  }

  private func choice<Value: RawRepresentable & CaseIterable>(_ name: String, _ text: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      throw refused(name, text, Value.allCases.map(\.rawValue).joined(separator: " or "))
    }
    return value
  }
}
