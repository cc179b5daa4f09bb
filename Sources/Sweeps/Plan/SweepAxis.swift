public import Experiments
internal import PluginKit

/// One setting that a sweep varies, with its values.
public struct SweepAxis: Hashable, Sendable {
  /// What can be varied.
  public enum Setting: Hashable, Sendable {
    /// Which dataset is learned.
    case dataset
    /// An option of a run.
    case option(RunRequest.Option)
    /// A setting that the datasets declare.
    case parameter(String)

    /// The name on the command line, and of the table's column.
    public var name: String {
      switch self {
      case .dataset: "dataset"
      case .option(let option): option.rawValue
      case .parameter(let name): name
      }
    }

    /// Whether trainings that differ in it only have data, random numbers and basis in common.
    var isShared: Bool {
      switch self {
      case .option(.eta), .option(.gamma), .option(.epochs): false
      default: true
      }
    }
  }

  /// What is varied.
  public let setting: Setting
  /// Its values.
  public let values: SweepValues

  /// An axis.
  public init(_ setting: Setting, _ values: SweepValues) {
    self.setting = setting
    self.values = values
  }

  /// The name of what is varied.
  public var name: String { setting.name }

  /// The name in an argument of `--vary`, as ``name`` gives it.
  public static func name(of text: String) -> String { Setting(named: String(text.prefix { $0 != "=" })).name }

  /// Sets a value in a request.
  ///
  /// - Parameter index: of the value, from 0.
  /// - Throws: `SettingsError` for a value that the setting does not take.
  func set(_ index: Int, in request: inout RunRequest) throws(SettingsError) {
    switch setting {
    case .dataset: request.plugins = [values[index]]
    case .option(let option): try request.set(option, to: values[index])
    case .parameter(let name): try request.set(.set, to: "\(name)=\(values[index])")
    }
  }
}

extension SweepAxis.Setting {
  /// What a name on the command line means: an option of a run that can be varied, `dataset`, or a setting of datasets.
  init(named name: String) {
    let options: [RunRequest.Option] = [.eta, .gamma, .epochs, .seed, .hidden, .probe, .sampler, .engine]
    switch name {
    case "dataset", "plugin": self = .dataset
    case "learning-rate": self = .option(.eta)
    default: self = options.first { $0.rawValue == name }.map(SweepAxis.Setting.option) ?? .parameter(name)
    }
  }
}
