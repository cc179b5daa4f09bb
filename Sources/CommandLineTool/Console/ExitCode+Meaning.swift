internal import ArgumentParser
internal import Experiments
internal import Explorer
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension ExitCode {
  /// The command line cannot be meant.
  static let usage = ExitCode(64)
  /// A dataset or a record that cannot be read.
  static let badData = ExitCode(65)
  /// gnuplot is missing or failed; scripts and tables are there. Or the port of a page is taken.
  static let unavailable = ExitCode(69)
  /// A training diverged; what was computed up to there is there.
  static let diverged = ExitCode(70)
  /// The output cannot be written.
  static let cannotWrite = ExitCode(73)

  /// The code for an error of the libraries; nil for one that the argument parser made itself.
  init?(describing error: any Error) {
    switch error {
    case NewPluginError.fileExists: self = .cannotWrite
    case ShowError.noWindowTerminal: self = .unavailable
    case is SettingsError, is PlanError, is NewPluginError, is FigureChoiceError, is ShowError: self = .usage
    case is DatasetError, is DatasetFileError: self = .badData
    case is TrainingError: self = .diverged
    case is FileError: self = .cannotWrite
    case let error as RunDirectoryError: self = error.code
    case let error as SweepError: self = error.code
    case let error as SlurmError: self = error.code
    case let error as SweepTableError: self = error.code
    case is SweepFilterError, is ArgumentTextError: self = .usage
    case is GnuplotError, is ExplorerError, is TooFewOpenFiles: self = .unavailable
    case is PluginRegistryError, is FigureError: self = .failure
    default:
      // Everything that the argument parser throws or wraps is its own to tell.
      guard String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") == false else { return nil }
      self = .failure
    }
  }
}

extension DrawingOutcome {
  /// Tells what a reader should know of the images: so far only that fonts are missing.
  func warn() { warnings.forEach { Console.warning($0.naming("--format svg")) } }

  /// The code for figures that were not drawn: that of an image that could not be written before that of gnuplot.
  var exitCode: ExitCode? {
    if failures.isEmpty { return nil }
    return failures.contains { $0.error is FileError } ? .cannotWrite : .unavailable
  }
}

extension DrawingOutcome.Failure {
  /// The failure with the option that helps.
  var told: String { text(of: error.told()) }
}

extension RunDirectoryError {
  fileprivate var code: ExitCode {
    switch self {
    case .foreign, .foreignReport, .foreignFiles, .holdsRun, .holdsComparison, .holdsSweep:
      .cannotWrite
    case .noRun, .unfinished, .unreadable, .notRepeatable, .unreadableTable, .nothingToCompare: .badData
    case .nameTaken: .failure
    }
  }
}

extension SweepError {
  fileprivate var code: ExitCode {
    switch self {
    case .axis, .nothingVaried, .tooManyRuns, .analysis, .shard: .usage
    case .noSweep, .unreadable, .damaged, .unreadablePart: .badData
    case .otherSweep, .otherProgram, .foreignTable, .inUse: .cannotWrite
    case .incomplete, .tooLarge: .failure
    }
  }
}

extension SweepTableError {
  fileprivate var code: ExitCode {
    switch self {
    case .axis, .noColumn: .usage
    case .noRuns(_, let filters): filters.isEmpty ? .badData : .usage
    case .damaged, .changed, .unreadable: .badData
    case .tooManyRuns: .failure
    }
  }
}

extension SlurmError {
  fileprivate var code: ExitCode {
    switch self {
    case .missing, .timedOut, .notTold, .notRun: .unavailable
    default: .failure
    }
  }
}

/// An argument that is not text: a name that the program would take for another one.
///
/// Names of files are bytes to the system, and may be no text at all. Read as text they get a mark in place of every byte that
/// cannot be read, so that different names become one, and what is written goes elsewhere.
struct ArgumentTextError: Error, Hashable, CustomStringConvertible {
  /// The argument as far as it can be read.
  let argument: String

  /// The error in words: what, why, and what to do.
  var description: String {
    """
    The argument '\(argument)' is not text in UTF-8, and so cannot be told from other names of this kind. Rename the file or \
    folder, and give its new name.
    """
  }

  /// Checks the arguments of the process.
  ///
  /// - Throws: ``ArgumentTextError`` for the first that is not text.
  static func check() throws(ArgumentTextError) {
    for index in 0..<Int(CommandLine.argc) {
      guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil else { continue }
      throw ArgumentTextError(argument: String(cString: bytes))
    }
  }
}
