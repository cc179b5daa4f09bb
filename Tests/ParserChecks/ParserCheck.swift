internal import BuiltInPlugins
internal import Experiments
internal import Explorer
internal import Foundation
internal import Gnuplot
internal import PluginKit
import Support
internal import Sweeps

/// What must hold of a parser whatever bytes it is given.
///
/// The tests feed it the seeds in `Seeds/`, `make fuzz` a million inputs that grow from them.
public enum ParserCheck: String, CaseIterable, Sendable {
  /// Options of a run: each line is an option's name, a space, and its text.
  case options
  /// Values of every declared setting: a text for each of them.
  case settings
  /// The record of a run.
  case record
  /// A text on a figure.
  case label
  /// A table of numbers.
  case table
  /// A dataset file.
  case dataset
  /// A table of items and features, which a dataset file names.
  case items
  /// A link to the live page.
  case link
  /// What a sweep varies: each line an argument of `--vary`.
  case sweep
  /// The record of a sweep.
  case sweepRecord = "sweep-record"
  /// Two versions of a file, the halves of the input, compared up to a tolerance.
  case comparison
  /// An array for NumPy.
  case array

  /// Feeds the parser.
  ///
  /// - Returns: what does not hold, nil if all is well.
  public func problem(with bytes: [UInt8]) -> String? {
    switch self {
    case .options: Self.options(String(decoding: bytes, as: UTF8.self))
    case .settings: Self.settings(String(decoding: bytes, as: UTF8.self))
    case .record: Self.record(bytes)
    case .label: Self.label(String(decoding: bytes, as: UTF8.self))
    case .table: Self.table(String(decoding: bytes, as: UTF8.self))
    case .dataset: Self.dataset(String(decoding: bytes, as: UTF8.self))
    case .items: Self.items(String(decoding: bytes, as: UTF8.self))
    case .link: Self.link(String(decoding: bytes, as: UTF8.self))
    case .sweep: Self.sweep(String(decoding: bytes, as: UTF8.self))
    case .sweepRecord: Self.sweepRecord(bytes)
    case .comparison: Self.comparison(bytes)
    case .array: Self.array(bytes)
    }
  }

  /// Whether the parser takes an input: every option of it, a value for at least one setting, a whole record.
  public func takes(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .options:
      var request = RunRequest()
      return (try? Self.set(text, in: &request)) != nil
    case .settings: return Self.declarations.contains { $0.canonical(text) != nil }
    case .record: return (try? RunRecord(bytes).wholeRequest()) != nil
    case .label: return (try? Quoting.label(text)) != nil
    case .table: return (try? Table(name: "t", text: text)) != nil
    case .dataset: return (try? DatasetDescriptor(Self.file(text))) != nil
    case .items: return (try? DatasetDescriptor(Self.file(table: text))) != nil
    case .link: return (try? Self.linked(text)).flatMap(\.self) != nil
    case .sweep: return (try? Self.sweepPlan(text)) != nil
    case .sweepRecord: return SweepFolder.request(in: bytes) != nil
    case .comparison: return true
    case .array: return NumPyArray(bytes: bytes) != nil
    }
  }

  /// The inputs to begin with, by name.
  public var seeds: [(name: String, bytes: [UInt8])] {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Seeds/\(rawValue)")
    let files = folder.flatMap { try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil) }
    return (files ?? []).sorted { $0.path < $1.path }.compactMap { file in
      // Foundation's own way of reading loses memory on empty files.
      FileSystem.read(file.path).map { (file.lastPathComponent, $0) }
    }
  }

  /// What is accepted is a request that its own options make again, and that can be stored.
  private static func options(_ text: String) -> String? {
    var request = RunRequest()
    for line in text.split(separator: "\n") { try? set(String(line), in: &request) }
    return problem(of: request)
  }

  /// Sets options, one in each line; lines that name none are left out.
  private static func set(_ text: String, in request: inout RunRequest) throws {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = RunOption.named(words[0]) else { continue }
      try request.set(option, to: words.count > 1 ? String(words[1]) : "")
    }
  }

  /// What is accepted is written the same way when it is read again.
  private static func settings(_ text: String) -> String? {
    if declarations.isEmpty { return "there are no settings to try" }
    for declaration in declarations {
      guard let canonical = declaration.canonical(text) else { continue }
      guard declaration.canonical(canonical) == canonical else { return "\(declaration.name) changes \(canonical)" }
    }
    return nil
  }

  /// What is accepted asks for something that can be asked for, and points at nothing outside its folder.
  private static func record(_ bytes: [UInt8]) -> String? {
    guard let record = try? RunRecord(bytes), let request = try? record.wholeRequest() else { return nil }
    for file in record.files where RunDirectory.isOwnName(file) && (file.hasPrefix("/") || file.contains("..")) {
      return "\(file) is believed to be a run's"
    }
    return problem(of: request)
  }

  /// What is accepted is written and read again with the same shape and the same numbers.
  private static func array(_ bytes: [UInt8]) -> String? {
    guard let array = NumPyArray(bytes: bytes) else { return nil }
    guard let again = NumPyArray(bytes: array.bytes), again.shape == array.shape else {
      return "it cannot be read again"
    }
    let isSame = zip(array.values, again.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    return isSame && array.values.count == again.values.count ? nil : "its numbers have changed"
  }

  /// What is accepted is a request like any other.
  private static func link(_ text: String) -> String? { (try? linked(text)).flatMap(\.self).flatMap(problem) }

  private static func linked(_ text: String) throws -> RunRequest? {
    try RunRequest.linked(text, registry: builtIn.get())
  }

  private static func problem(of request: RunRequest) -> String? {
    do {
      try request.validate()
      var again = RunRequest()
      for (option, text) in request.options { try again.set(option, to: text) }
      guard again == request else { return "\(request) is not what its options make, \(again)" }
      let stored = try JSONDecoder().decode(RunRequest.self, from: JSONEncoder().encode(request))
      return stored == request ? nil : "\(request) is stored as \(stored)"
    } catch {
      return "\(request): \(error)"
    }
  }

  /// What is accepted is one line of script that gnuplot reads as the text itself.
  private static func label(_ text: String) -> String? {
    guard let label = try? Quoting.label(text), let mark = try? Quoting.mark(text) else { return nil }
    guard let escaped = GnuplotString.read(label) else { return "\(label) is not a string" }
    guard let parts = GnuplotString.parts(escaped), parts.flatMap(\.self) == Array(text.unicodeScalars) else {
      return "\(label) does not show \(text)"
    }
    if let part = parts.first(where: GnuplotString.isMisread) { return "\(label) has \(part), which is read otherwise" }
    guard Quoting.text(ofLabel: label)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true else {
      return "\(label) is not read back"
    }
    guard let format = GnuplotString.read(mark), let formatted = GnuplotString.format(format) else {
      return "the mark \(mark) is not a format of itself"
    }
    guard GnuplotString.parts(formatted)?.flatMap(\.self) == Array(text.unicodeScalars) else {
      return "the mark \(mark) does not show \(text)"
    }
    return nil
  }

  /// What is accepted is written as a table that reads back the same.
  private static func table(_ text: String) -> String? {
    guard let table = try? Table(name: "t", text: text) else { return nil }
    // Names with control characters can be read, and are refused when they are to be written.
    guard let written = try? table.text() else { return nil }
    guard let again = try? Table(name: "t", text: written) else { return "\(written) does not read back" }
    let isSame = zip(table.values, again.values).allSatisfy { $0 == $1 || !$0.isFinite && $1.isNaN }
    return again.header == table.header && again.values.count == table.values.count && isSame
      ? nil : "\(written) reads back as something else"
  }

  /// A file is the same as itself, and whether two differ does not depend on which comes first.
  private static func comparison(_ bytes: [UInt8]) -> String? {
    let (left, right) = (Array(bytes.prefix(bytes.count / 2)), Array(bytes.suffix(bytes.count / 2)))
    for tolerance in [nil, 0, 1e-6, 1e300] {
      guard NumberedText.difference(bytes, bytes, tolerance: tolerance) == nil else { return "not the same as itself" }
      let (one, other) = (
        NumberedText.difference(left, right, tolerance: tolerance),
        NumberedText.difference(right, left, tolerance: tolerance)
      )
      guard one?.line == other?.line else { return "differs in one direction only" }
      if tolerance == nil, (one == nil) != (left == right) { return "bytes that are not the same are taken for it" }
    }
    return nil
  }

  private static let declarations = (try? builtIn.get())?.descriptions.flatMap(\.parameters) ?? []
}
