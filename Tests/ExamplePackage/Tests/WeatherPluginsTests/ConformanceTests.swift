import PluginConformance
import PluginKit
import Testing
import WeatherPlugins

@Test(
  arguments: try ConformanceCheck.all(
    of: PluginRegistry(datasets: Weather.datasets, analyses: Weather.analyses)))
func conforms(check: ConformanceCheck) async {
  let problems = await check.problems()
  #expect(problems == [])
}
