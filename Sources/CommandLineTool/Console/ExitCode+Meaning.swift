internal import ArgumentParser
internal import Experiments
internal import Explorer
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension ExitCode {
  /// The command line is invalid.
  static let usage = ExitCode(64)
  /// A dataset or record cannot be read.
  static let badData = ExitCode(65)
  /// gnuplot is missing or failed (scripts and tables are written), or the port of the page is in use.
  static let unavailable = ExitCode(69)
  /// A training diverged; the results up to then are written.
  static let diverged = ExitCode(70)
  /// The output cannot be written.
  static let cannotWrite = ExitCode(73)

  /// The code for an error of the libraries; nil for errors of the argument parser.
  init?(describing error: any Error) {
    switch error {
    case NewPluginError.fileExists: self = .cannotWrite
    case ShowError.noWindowTerminal: self = .unavailable
    case is SettingsError, is PlanError, is NewPluginError, is FigureChoiceError, is ShowError: self = .usage
    case is DatasetError, is DatasetFileError, is GivenSimilaritiesError, is AnswerFileError: self = .badData
    case TrainingError.adamReduced, TrainingError.adamWithMomentum, TrainingError.largeBatch,
      TrainingError.ratioOfOneLayer, TrainingError.unitsWithoutHiddenLayer, TrainingError.weightShapes,
      TrainingError.scaleOfOwnWeights:
      self = .usage
    case TrainingError.weights: self = .badData
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
      // The argument parser reports its own errors.
      guard String(reflecting: type(of: error)).hasPrefix("ArgumentParser.") == false else { return nil }
      self = .failure
    }
  }
}

extension DrawingOutcome {
  /// Prints warnings about the images, such as missing fonts.
  func warn() { warnings.forEach { Console.warning($0.naming("--format svg")) } }

  /// The code for figures that were not drawn; an image that could not be written comes before a failure of gnuplot.
  var exitCode: ExitCode? {
    if failures.isEmpty { return nil }
    return failures.contains { $0.error is FileError } ? .cannotWrite : .unavailable
  }
}

extension DrawingOutcome.Failure {
  /// The failure, with the option that helps.
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

/// An argument that is not valid UTF-8.
///
/// File names are bytes to the system. Decoding replaces invalid bytes by a mark, so that different names could become the
/// same one, and files would be written to the wrong place.
struct ArgumentTextError: Error, Hashable, CustomStringConvertible {
  /// The argument, with marks for invalid bytes.
  let argument: String

  /// The error in words: what, why, and what to do.
  var description: String {
    """
    The argument '\(argument)' is not valid UTF-8, so the file or folder cannot be identified safely. Rename it, and use the \
    new name.
    """
  }

  /// Checks the arguments of the process.
  ///
  /// - Throws: ``ArgumentTextError`` for the first invalid one.
  static func check() throws(ArgumentTextError) {
    for index in 0..<Int(CommandLine.argc) {
      guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil else { continue }
      throw ArgumentTextError(argument: String(cString: bytes))
    }
  }
}
