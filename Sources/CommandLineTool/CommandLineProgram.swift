internal import ArgumentParser
internal import Experiments
public import PluginKit
internal import Support

/// The command line of `dlnn-sim`, for a program with its own plugins.
///
/// ```swift
/// import BuiltInPlugins
/// import CommandLineTool
/// import PluginKit
/// import WeatherPlugins  // the plugins of your package
///
/// @main
/// struct Main {
///   static func main() async {
///     await CommandLineProgram.run {
///       try PluginRegistry.builtIn().adding(datasets: Weather.datasets)
///     }
///   }
/// }
/// ```
public enum CommandLineProgram {
  /// Parses the arguments of the process, runs the command, and exits with its exit code.
  ///
  /// Help and messages use the name of the executable.
  ///
  /// - Parameter plugins: makes the registry of plugins; called by the commands that need it. If it throws, the command
  ///   fails with the error's message.
  public static func run(plugins: @escaping @Sendable () throws -> PluginRegistry) async {
    // First of all, before any file is opened.
    StartingConditions.openStandardDescriptors()
    Interruption.watch()
    StartingConditions.requireArguments()
    OpenFiles.raiseLimit()
    // Half of the time to answer this would go into making the parser, with all its options.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      print(DLNNSim.configuration.version)
      return
    }
    let work = Task {
      try ArgumentTextError.check()
      var command = try DLNNSim.parseAsRoot()
      if let withPlugins = command as? any PluginCommand { command = withPlugins.with(plugins) }
      if command is any AsyncParsableCommand { try StartingConditions.requireOpenFiles() }
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    }
    Interruption.onInterrupt { work.cancel() }
    switch await work.result {
    case .success:
      if Console.hasLostResults { DLNNSim.exit(withError: ExitCode.cannotWrite) }
    // After an interrupt every error is a consequence of it.
    case .failure(let error) where error is CancellationError || work.isCancelled:
      // A file that could not be written is reported all the same.
      if error is FileError || error is RunDirectoryError {
        Console.error("Interrupted. \(error.told())")
      } else {
        Console.note(Interruption.message)
      }
      DLNNSim.exit(withError: ExitCode(Interruption.exitCode))
    case .failure(let error):
      if ExitCode(describing: error) == nil, let file = CommandLine.arguments.dropFirst().first, file.hasSuffix(".yaml")
      {
        Console.error("'\(file)' is not a command. To use a dataset file, give it with --dataset.")
        DLNNSim.exit(withError: ExitCode.usage)
      }
      guard let code = ExitCode(describing: error) else { DLNNSim.exit(withError: error) }
      Console.error(error.told())
      DLNNSim.exit(withError: code)
    }
  }
}
