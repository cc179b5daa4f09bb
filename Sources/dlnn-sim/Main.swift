import BuiltInPlugins
import CommandLineTool
import PluginKit

/// The program with the plugins of plugins/.
@main
struct Main {
  static func main() async {
    await CommandLineProgram.run { try PluginRegistry.builtIn() }
  }
}
