internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// One dataset of a finished run, as its record tells of it.
struct RecordedDataset: Decodable {
  /// The dataset.
  let identifier: String
  private let settings: [String: String]
  private let trainings: [Training]

  private struct Training: Decodable {
    let plan: TrainingPlan
    let isMain: Bool
  }

  /// Everything that its main training depended on, by the names of options and settings.
  var parameters: [String: String] {
    guard let plan = trainings.first(where: \.isMain)?.plan else { return settings }
    var parameters = settings
    parameters["eta"] = plan.learningRate.parameterText
    parameters["epochs"] = "\(plan.epochs)"
    parameters["seed"] = "\(plan.seed)"
    parameters["hidden"] = plan.isZeroDepth ? "none" : plan.hiddenWidths.map(String.init).joined(separator: ",")
    parameters["sampler"] = plan.sampling.rawValue
    parameters["engine"] = plan.engine.rawValue
    parameters["gamma"] =
      switch plan.initialization {
      case .scaledNormal(let scale): scale.parameterText
      case .frameworkDefault: "the framework's default start"
      }
    return parameters
  }
}

extension RunDirectory {
  /// The datasets of the run in this folder that were trained on.
  ///
  /// - Throws: as ``record()``.
  func datasets() throws(RunDirectoryError) -> [RecordedDataset] {
    struct Record: Decodable { let datasets: [RecordedDataset] }
    _ = try record()
    guard let all = try? JSONDecoder().decode(Record.self, from: Data(FileSystem.read(recordPath) ?? [])).datasets
    else { throw .unreadable(path: recordPath, reason: "'datasets' is not what a run writes") }
    return all.filter {
      Figure.isFileName($0.identifier) && FileSystem.exists("\(path)/\($0.identifier)/trajectory.tsv")
    }
  }

  /// A table of the run in this folder.
  ///
  /// - Throws: ``RunDirectoryError/unreadableTable(path:reason:)``.
  func table(_ dataset: String, _ name: String) throws(RunDirectoryError) -> Table {
    let file = "\(path)/\(dataset)/\(name).tsv"
    guard let bytes = FileSystem.read(file) else {
      throw .unreadableTable(path: file, reason: "it is not there or cannot be read")
    }
    do throws(TableError) {
      return try Table(name: name, text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .unreadableTable(path: file, reason: "in line \(error.line), \(error.reason)")
    }
  }
}
