import Experiments
import Gnuplot
import LearningDynamics
import PluginKit

/// Why a page gets no picture: a sentence, and where there is one the way out.
struct ExplorationError: Error, Equatable, Encodable {
  /// What the way out is called, and what it changes.
  struct Remedy: Equatable, Encodable {
    let label: String
    /// Stands for all options.
    static let everything = "*"

    /// New values of options by name; nil for an option that is left out again. A setting is named `set.NAME`.
    let set: [String: String?]

    /// An option of the training with another value, called as on the page: "Use η = 200".
    static func setting(_ option: RunOption, _ value: String) -> Remedy {
      Remedy(label: option.page?.button(value) ?? "Use \(option.name) \(value)", set: [option.name: value])
    }

    /// Back from whatever was changed.
    static let usual = Remedy(label: "Back to the usual settings", set: [everything: nil])
  }

  /// The sentence.
  let error: String
  var remedy: Remedy?
  let status: Int
  /// The analyses that mean something for the dataset, where the one asked for does not.
  var applicable: [String]?

  private enum CodingKeys: String, CodingKey { case error, remedy, applicable }

  init(_ error: String, status: Int, remedy: Remedy? = nil) {
    (self.error, self.status, self.remedy) = (error, status, remedy)
  }

  /// More than the limits allow.
  static func beyond(_ sentence: String, _ change: [String: String?]) -> ExplorationError {
    let values = change.sorted { $0.key < $1.key }.compactMap { name, text in
      text.map { "\(name.hasPrefix("set.") ? String(name.dropFirst(4)) : name) \($0)" }
    }
    let label = values.isEmpty ? "Back to the usual settings" : "Use \(values.joined(separator: ", "))"
    return ExplorationError(sentence, status: 400, remedy: change.isEmpty ? .usual : Remedy(label: label, set: change))
  }

  /// A setting by the name it has on the page, and the way back from it.
  private init(describing error: SettingsError) {
    let sentence = "\(error)".replacing("'--", with: "'")
    switch error {
    case .refused(let name, _, _):
      let option = name.hasPrefix("--") ? String(name.dropFirst(2)) : "set.\(name)"
      self.init(sentence, status: 400, remedy: Remedy(label: "Back to the usual", set: [option: nil]))
    case .unknown(let name, _, _), .repeated(let name):
      self.init(sentence, status: 400, remedy: Remedy(label: "Leave it out", set: ["set.\(name)": nil]))
    }
  }

  /// Whatever was thrown, for the page.
  init(describing error: any Error) {
    switch error {
    case let error as ExplorationError: self = error
    case WorkQueue.Refusal.overtaken, is CancellationError:
      self.init("Something newer was asked for.", status: 409)
    case WorkQueue.Refusal.tooManyOfPage:
      self.init("This page asks for more than can be drawn. Wait a moment.", status: 429)
    case WorkQueue.Refusal.busy:
      self.init("Too many pages ask at once. Wait a moment.", status: 503)
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
  /// Another program listens there.
  case portInUse(address: String, port: Int)
  /// It cannot be listened there.
  case notListening(address: String, port: Int, reason: String)
  /// The process may not have as many files open as it needs.
  case tooFewFiles(limit: Int, needed: Int)

  /// What, why, and what to do.
  public var description: String {
    switch self {
    case .portInUse(let address, let port):
      "Port \(port) of \(address) is taken, perhaps by another page like this one. Choose another, or 0 for any that is free."
    case .notListening(let address, let port, let reason):
      "The page cannot be served at \(address), port \(port): \(reason). Choose another address or port."
    case .tooFewFiles(let limit, let needed):
      "The page cannot be served: this process may have \(limit) files open at once, and needs \(needed) for connections and "
        + "for gnuplot. Allow more, such as with 'ulimit -n 256', and start it again."
    }
  }
}
