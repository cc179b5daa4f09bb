import BuiltInPlugins
import CommandLineTool
import PluginKit
import WeatherPlugins

@main
struct Main {
  static func main() async {
    await CommandLineProgram.run {
      try PluginRegistry.builtIn().adding(datasets: Weather.datasets, analyses: Weather.analyses)
    }
  }
}
