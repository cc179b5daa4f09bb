internal import ArgumentParser
internal import Experiments
public import PluginKit
internal import Support

/// The command line of `dlnn-sim`, for a program with plugins of its own.
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
  /// Parses the arguments of the process, does what they ask for, and ends the process with the exit code that the outcome
  /// has.
  ///
  /// The program calls itself by the name of its executable.
  ///
  /// - Parameter plugins: the plugins there are; called by the commands that need them. What it throws ends the command
  ///   that called it with a message.
  public static func run(plugins: @escaping @Sendable () throws -> PluginRegistry) async {
    // Before anything is opened, and before any work begins.
    StartingConditions.openStandardDescriptors()
    Interruption.watch()
    StartingConditions.requireArguments()
    OpenFiles.raiseLimit()
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
    // Whatever an interrupted command says it failed of, it failed of that.
    case .failure(let error) where error is CancellationError || work.isCancelled:
      // That something could not be kept is news all the same.
      if error is FileError || error is RunDirectoryError {
        Console.error("Interrupted. \(error.told())")
      } else {
        Console.note(Interruption.message)
      }
      DLNNSim.exit(withError: ExitCode(Interruption.exitCode))
    case .failure(let error):
      if ExitCode(describing: error) == nil, let file = CommandLine.arguments.dropFirst().first, file.hasSuffix(".yaml")
      {
        Console.error("'\(file)' is no command. A dataset from a file is given with --dataset.")
        DLNNSim.exit(withError: ExitCode.usage)
      }
      guard let code = ExitCode(describing: error) else { DLNNSim.exit(withError: error) }
      Console.error(error.told())
      DLNNSim.exit(withError: code)
    }
  }
}
