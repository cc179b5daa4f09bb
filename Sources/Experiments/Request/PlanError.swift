internal import PluginKit
internal import Support

/// A run that the memory of this machine would not hold.
public struct TooLarge: Error, Hashable, Sendable, CustomStringConvertible {
  /// Its dataset.
  public let dataset: String
  /// What it takes, in words.
  public let estimate: String
  /// What there is, in words.
  public let available: String

  /// What and why; what to do depends on whether states are recorded.
  public var description: String {
    "A run on '\(dataset)' of this size takes about \(estimate) of memory, and this machine has \(available)."
  }
}

/// A request from which no run can be planned.
public enum PlanError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A name that no plugin has.
  case unknownPlugin(String, nearest: String?, known: [String])
  /// No selected analysis applies to any selected dataset.
  case empty(datasets: [String], analyses: [String], reason: String)
  /// A plugin whose dataset calls itself something else.
  case otherIdentifier(plugin: String, dataset: String)
  /// A run that the machine's memory would not hold.
  case tooLarge(TooLarge)
  /// An epoch after the end of a run.
  case epochBeyondRun(epoch: Int, dataset: String, last: Int)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unknownPlugin(let name, _, _) where Self.file(called: name) != nil:
      "There is no plugin '\(name)'. There is a file \(Self.file(called: name) ?? name): give it as a dataset."
    case .unknownPlugin(let name, _, _) where DatasetFile.isPath(name):
      "There is no plugin '\(name)'. Give the file as a dataset."
    case .unknownPlugin(let name, let nearest?, _):
      "There is no plugin '\(name)'. Did you mean '\(nearest)'? 'dlnn-sim list' shows all."
    case .unknownPlugin(let name, nil, let known):
      "There is no plugin '\(name)'. There are \(known.joined(separator: ", "))."
    case .empty(let datasets, let analyses, let reason):
      """
      There is nothing to do: \(analyses.joined(separator: ", ")) does not apply to \
      \(datasets.joined(separator: ", ")). \(reason)
      """
    case .otherIdentifier(let plugin, let dataset):
      "The plugin '\(plugin)' makes a dataset called '\(dataset)'. Give both one identifier."
    case .tooLarge(let fact):
      "\(fact) Choose fewer features, items, epochs or hidden units, or keep fewer states."
    case .epochBeyondRun(let epoch, let dataset, let last):
      """
      Epoch \(epoch) lies beyond the run of '\(dataset)', which ends at epoch \(last). Choose an epoch from 0 to \
      \(last), or train longer.
      """
    }
  }

  /// A dataset file here whose name without its ending was given.
  private static func file(called name: String) -> String? {
    guard PluginRegistry.isIdentifier(name) else { return nil }
    return DatasetFile.Kind.allCases.flatMap(\.endings).map { name + $0 }.first(where: FileSystem.exists)
  }
}
