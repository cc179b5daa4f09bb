internal import PluginKit
internal import Support

/// A run that does not fit in this machine's memory.
public struct TooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  public let dataset: String
  /// The memory it needs, in words.
  public let estimate: String
  /// The memory of the machine, in words.
  public let available: String

  /// What and why; what to do depends on whether states are recorded.
  public var description: String {
    "A run on '\(dataset)' of this size needs about \(estimate) of memory, but this machine has \(available)."
  }
}

/// A request from which no run can be planned.
public enum PlanError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name that no plugin has.
  case unknownPlugin(String, nearest: String?, known: [String])
  /// More dataset files than a run's record can hold.
  case tooManyFiles(Int, limit: Int)
  /// Dataset files and tables that are together larger than a run's record can hold, in bytes.
  case largeFiles(size: Int, limit: Int)
  /// No selected analysis applies to any selected dataset.
  case empty(datasets: [String], analyses: [String], reason: String)
  /// A plugin whose dataset has another identifier.
  case otherIdentifier(plugin: String, dataset: String)
  /// A run that the machine's memory would not hold.
  case tooLarge(TooLarge)
  /// An epoch after the end of a run.
  case epochBeyondRun(epoch: Int, dataset: String, last: Int)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unknownPlugin(let name, _, _) where Self.file(called: name) != nil:
      "Unknown plugin '\(name)'. Use the file \(Self.file(called: name) ?? name) as a dataset."
    case .unknownPlugin(let name, _, _) where DatasetFile.isPath(name):
      "Unknown plugin '\(name)'. Use the file as a dataset."
    case .unknownPlugin(let name, let nearest?, _):
      "Unknown plugin '\(name)'. Did you mean '\(nearest)'? 'dlnn-sim list' shows all plugins."
    case .unknownPlugin(let name, nil, let known):
      "Unknown plugin '\(name)'. Known plugins: \(known.joined(separator: ", "))."
    case .tooManyFiles(let count, let limit):
      "\(count) dataset files are too many for one run. Use at most \(limit)."
    case .largeFiles(let size, let limit):
      """
      The dataset files, their tables and weights are \((size + (1 << 20) - 1) >> 20) MB together, but a run's record holds at most \
      \(limit >> 20) MB. Use fewer or smaller files.
      """
    case .empty(let datasets, let analyses, let reason):
      """
      Nothing to run: \(analyses.joined(separator: ", ")) does not apply to \(datasets.joined(separator: ", ")). \
      \(reason)
      """
    case .otherIdentifier(let plugin, let dataset):
      "The plugin '\(plugin)' makes a dataset called '\(dataset)'. Give both the same identifier."
    case .tooLarge(let fact):
      "\(fact) Choose fewer features, items, epochs or hidden units, or keep fewer states."
    case .epochBeyondRun(let epoch, let dataset, let last):
      """
      Epoch \(epoch) is after the end of the run of '\(dataset)' at epoch \(last). Choose an epoch from 0 to \
      \(last), or train longer.
      """
    }
  }

  /// A dataset file in the current folder whose name was given without its ending.
  private static func file(called name: String) -> String? {
    guard PluginRegistry.isIdentifier(name) else { return nil }
    return DatasetFile.Kind.allCases.flatMap(\.endings).map { name + $0 }.first(where: FileSystem.exists)
  }
}
