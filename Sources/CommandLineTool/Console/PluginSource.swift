internal import ArgumentParser
internal import PluginKit

/// Where a command has its plugins from.
///
/// The parser makes the commands, so they are given their plugins afterwards. That the parser wants to decode every
/// property is why this looks like something that can be coded.
struct PluginSource: Codable, Sendable {
  var registry: @Sendable () throws -> PluginRegistry = { try PluginRegistry(datasets: [], analyses: []) }

  init() {}

  init(from decoder: any Decoder) {}

  func encode(to encoder: any Encoder) {}
}

/// A command that works with plugins.
protocol PluginCommand: ParsableCommand {
  /// The plugins of the program.
  var plugins: PluginSource { get set }
}

extension PluginCommand {
  /// The command with the plugins of the program.
  func with(_ registry: @escaping @Sendable () throws -> PluginRegistry) -> Self {
    var command = self
    command.plugins.registry = registry
    return command
  }
}
