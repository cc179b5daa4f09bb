import Experiments
import Gnuplot
import LearningDynamics
import PluginKit

/// Why the page shows no figure: a sentence, and a button that fixes it where possible.
struct ExplorationError: Error, Equatable, Encodable {
  /// A button that fixes an error: its label, and what it changes.
  struct Remedy: Equatable, Encodable {
    let label: String
    /// Stands for all options.
    static let everything = "*"

    /// New values of options by name; nil restores the default. A setting is named `set.NAME`.
    let set: [String: String?]

    /// A new value of a training option, labelled as on the page: "Use η = 200".
    static func setting(_ option: RunOption, _ value: String) -> Remedy {
      Remedy(label: option.page?.button(value) ?? "Use \(option.name) \(value)", set: [option.name: value])
    }

    static let usual = Remedy(label: "Restore default settings", set: [everything: nil])
  }

  let error: String
  var remedy: Remedy?
  let status: Int
  /// The analyses that apply to the dataset, if the requested one does not.
  var applicable: [String]?

  private enum CodingKeys: String, CodingKey { case error, remedy, applicable }

  init(_ error: String, status: Int, remedy: Remedy? = nil) {
    (self.error, self.status, self.remedy) = (error, status, remedy)
  }

  /// A request beyond the limits.
  static func beyond(_ sentence: String, _ change: [String: String?]) -> ExplorationError {
    let values = change.sorted { $0.key < $1.key }.compactMap { name, text in
      text.map { "\(name.hasPrefix("set.") ? String(name.dropFirst(4)) : name) \($0)" }
    }
    let label = values.isEmpty ? "Restore default settings" : "Use \(values.joined(separator: ", "))"
    return ExplorationError(sentence, status: 400, remedy: change.isEmpty ? .usual : Remedy(label: label, set: change))
  }

  /// Names the setting as on the page, with a button that restores its default.
  private init(describing error: SettingsError) {
    let sentence = "\(error)".replacing("'--", with: "'")
    switch error {
    case .refused(let name, _, _), .explained(let name, _):
      let option = name.hasPrefix("--") ? String(name.dropFirst(2)) : "set.\(name)"
      self.init(sentence, status: 400, remedy: Remedy(label: "Restore default", set: [option: nil]))
    case .unknown(let name, _, _), .repeated(let name):
      self.init(sentence, status: 400, remedy: Remedy(label: "Remove it", set: ["set.\(name)": nil]))
    }
  }

  /// Any error, described for the page.
  init(describing error: any Error) {
    switch error {
    case let error as ExplorationError: self = error
    case WorkQueue.Refusal.overtaken, is CancellationError:
      self.init("Superseded by a newer request.", status: 409)
    case WorkQueue.Refusal.tooManyOfPage:
      self.init("Too many requests from this page. Wait a moment.", status: 429)
    case WorkQueue.Refusal.busy:
      self.init("Too many pages are in use at the same time. Wait a moment.", status: 503)
    case PlanError.epochBeyondRun:
      self.init("\(error)", status: 400, remedy: .init(label: "Show each stage", set: ["epoch": nil]))
    case let error as SettingsError: self.init(describing: error)
    case is PlanError: self.init("\(error)", status: 400, remedy: .usual)
    case is DatasetError, is DatasetFileError, is TrainingError:
      self.init("\(error)".inPageWords, status: 422, remedy: .usual)
    case is GnuplotError: self.init("\(error)", status: 502)
    default: self.init("\(error)", status: 500)
    }
  }
}

/// Why the page cannot be served.
public enum ExplorerError: Error, Equatable, CustomStringConvertible {
  /// Another program uses the port.
  case portInUse(address: String, port: Int)
  /// The address or port cannot be used.
  case notListening(address: String, port: Int, reason: String)
  /// The limit of open files is too low.
  case tooFewFiles(limit: Int, needed: Int)

  /// What is wrong, why, and what to do.
  public var description: String {
    switch self {
    case .portInUse(let address, let port):
      "Port \(port) of \(address) is in use, perhaps by another page like this one. Choose another port, or 0 for any free one."
    case .notListening(let address, let port, let reason):
      "The page cannot be served at \(address), port \(port): \(reason). Choose another address or port."
    case .tooFewFiles(let limit, let needed):
      "The page cannot be served: this process may open only \(limit) files at a time but needs \(needed) for connections and "
        + "gnuplot. Raise the limit, for example with 'ulimit -n 256', and start the program again."
    }
  }
}
