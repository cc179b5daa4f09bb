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

/// The argument parser finds the options of a type in its mirror, and gives what it has read to its decoder. Both are made from
/// the table here, in place of a property with a wrapper for each option.
extension TableOptions {
  var customMirror: Mirror { Mirror(self, children: Self.options.map { ($0.name, $0.argument as Any) }) }

  init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: OptionKey.self)
    for option in Self.options {
      let key = OptionKey(stringValue: option.name)
      if option.kind == .flag {
        texts[option.name] = try values.decodeIfPresent(Bool.self, forKey: key).map { [$0.parameterText] }
      } else if case let given = try values.decode([String].self, forKey: key), !given.isEmpty {
        // Of an option that has one value the last one counts.
        texts[option.name] = option.isRepeatable ? given : [given[given.count - 1]]
      }
    }
  }

  /// Sets what was given in a request, in the order of the table; what is given of an option that can be repeated replaces
  /// all that the request has of it.
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
    return Option<[String]>(
      wrappedValue: [], name: names, parsing: .unconditionalSingleValue,
      help: ArgumentHelp(text, valueName: valueName))
  }
}

/// What a run keeps and shows of a training: the options that say nothing to a prediction.
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

  /// The medium, where one is given.
  ///
  /// - Throws: `SettingsError`.
  func chosenMedium() throws -> Medium? { texts[RunOption.medium.name] == nil ? nil : try chosen().medium }
}
