internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit

/// Options of the command line that are made from the table of run options. They stay texts here: `RunRequest` reads them, so
/// that every error reads alike.
protocol TableOptions: ParsableArguments, CustomReflectable {
  /// The options, in their order.
  static var options: [RunOption] { get }
  /// What was given, by the names of options.
  var texts: [String: [String]] { get set }
}

/// The argument parser looks for options in the mirror of a type, and hands what it has read to `init(from:)`. Here the mirror
/// and that initializer are made from the table, in place of a property with a wrapper for each option.
extension TableOptions {
  var customMirror: Mirror { Mirror(self, children: Self.options.map { ($0.name, $0.argument as Any) }) }

  init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: OptionKey.self)
    for option in Self.options {
      let key = OptionKey(stringValue: option.name)
      if option.kind == .flag {
        texts[option.name] = try values.decodeIfPresent(Bool.self, forKey: key).map { [$0.parameterText] }
      } else if option.isRepeatable {
        let given = try values.decode([String].self, forKey: key)
        if !given.isEmpty { texts[option.name] = given }
      } else {
        texts[option.name] = try values.decodeIfPresent(String.self, forKey: key).map { [$0] }
      }
    }
  }

  /// Sets what was given in a request, in the order of the table. Plugins, epochs and exports replace all that the request has of
  /// them; a setting replaces the one of its name.
  ///
  /// - Throws: `SettingsError`.
  func set(in request: inout RunRequest) throws {
    for option in Self.options where option.kind != .file {
      let given = texts[option.name] ?? []
      if !given.isEmpty { option.clear(in: &request) }
      for text in given { try request.set(option, to: text) }
    }
  }
}

/// The key of an option: its name.
struct OptionKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}

extension RunOption {
  /// The option as the argument parser declares it.
  fileprivate var argument: any Decodable {
    let text = [help, usual.map { "(default: \($0))" }].compactMap(\.self).joined(separator: " ")
    let names = NameSpecification([synonym, name].compactMap(\.self).map { .customLong($0) })
    if kind == .flag { return Flag<Bool?>(name: names, inversion: .prefixedNo, help: ArgumentHelp(text)) }
    let argument = ArgumentHelp(text, valueName: valueName)
    guard isRepeatable else { return Option<String?>(name: names, parsing: .unconditional, help: argument) }
    return Option<[String]>(wrappedValue: [], name: names, parsing: .unconditionalSingleValue, help: argument)
  }
}

/// What a run keeps and shows of a training: the options that a prediction does not use.
struct RecordingOptions: TableOptions {
  static let options = RunOption.all.filter { $0.role == .recording }
  var texts: [String: [String]] = [:]
}

/// How images are made, whatever they show.
struct ImageOptions: TableOptions {
  static let options = [RunOption.format, .medium]
  var texts: [String: [String]] = [:]

  /// What images are made as, none for scripts and tables only; and what they are drawn for.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat?, medium: Medium) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format, request.medium)
  }
}

/// How images are made by a command that makes them in any case.
struct RedrawingOptions: TableOptions {
  static let options = [RunOption.imageFormat, .medium]
  var texts: [String: [String]] = [:]

  /// What images are made as, and what they are drawn for if that is given.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws -> (format: ImageFormat, medium: Medium?) {
    var request = RunRequest()
    try set(in: &request)
    return (request.format ?? .svg, texts[RunOption.medium.name] == nil ? nil : request.medium)
  }
}
