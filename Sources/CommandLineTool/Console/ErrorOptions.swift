internal import Experiments
internal import Explorer
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension Error {
  /// The error's message with the option that its advice is about: the libraries do not know the names of options.
  ///
  /// - Parameter text: the message to use instead of the error's description.
  package func told(_ text: String? = nil) -> String {
    let text = text ?? "\(self)"
    if case SweepError.axis = self as any Error { return "--vary \(text)" }
    return option.map { text.naming($0) } ?? text
  }

  private var option: String? {
    switch self as any Error {
    case TrainingError.startNotFinite: "--gamma"
    case TrainingError.narrowHiddenLayer: "--hidden"
    case TrainingError.adamReduced: "--engine full"
    case TrainingError.adamWithMomentum: "--optimizer sgd"
    case TrainingError.largeBatch: "--batch"
    case TrainingError.ratioOfOneLayer, TrainingError.unitsWithoutHiddenLayer: "--hidden"
    case PlanError.unknownPlugin where "\(self)".hasSuffix("as a dataset."): "--dataset"
    case PlanError.tooManyFiles, PlanError.largeFiles: "--dataset"
    case is DatasetFileError where "\(self)".hasSuffix("as a plugin."): "--plugin"
    case PlanError.tooLarge: "--record-every"
    case PlanError.epochBeyondRun: "--epochs"
    case RunDirectoryError.holdsRun, RunDirectoryError.holdsComparison, RunDirectoryError.holdsSweep: "--output"
    case RunDirectoryError.foreign, RunDirectoryError.foreignReport, RunDirectoryError.foreignFiles: "--output"
    case SweepError.otherSweep, SweepError.otherProgram, SweepError.foreignTable, SweepError.unreadable: "--output"
    case SweepError.nothingVaried: "--vary NAME=VALUES"
    case SweepError.analysis: "--plugin, or --vary 'dataset=tree;shark-bones'"
    case SweepError.shard: "--shard"
    case SweepError.inUse: "--shard 1/2, --shard 2/2"
    case SweepTableError.noRuns(_, let filters) where !filters.isEmpty: "--where"
    case SweepTableError.tooManyRuns: "--where NAME=VALUE"
    case is SweepFilterError: "--where"
    case is SlurmError where "\(self)".hasSuffix("Take fewer."): "--tasks"
    case is FileError where "\(self)".hasSuffix("run less in parallel."): "--jobs"
    case FileError.inUse: "--output"
    case ExplorerError.portInUse: "--port"
    case ExplorerError.notListening: "--host, --port"
    case GnuplotError.timedOut(let script, _) where script != GnuplotProgram.versionOption: "--drawing-time"
    case GnuplotError.notForText: "--figure"
    default: nil
    }
  }
}

extension String {
  /// "Choose another folder (--output)." for "Choose another folder."
  func naming(_ option: String) -> String {
    hasSuffix(".") ? "\(dropLast()) (\(option))." : "\(self) (\(option))"
  }
}
