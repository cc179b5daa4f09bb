import BuiltInPlugins
import LearningDynamics
import PluginKit
import Support
import Testing

@testable import Experiments

@Suite struct MemoryTests {
  private let shape = DatasetShape(items: 512, features: 100_000)
  private var settings: TrainingSettings {
    var settings = TrainingSettings()
    settings.hiddenWidths = [256]
    return settings
  }

  @Test func everyStateIsKeptWhereItFits() {
    #expect(
      MemoryEstimate.interval(DatasetShape(items: 8, features: 10_000), settings, epochs: 250, memory: 1 << 30) == 1)
    #expect(MemoryEstimate.interval(shape, settings, epochs: 250, memory: 1 << 40) == 1)
  }

  /// The interval is the smallest at which matrices need at most half of the memory, and the whole run fits.
  @Test(arguments: [8, 20, 100].map { $0 << 30 }, [250, 251, 10_000])
  func theIntervalFits(memory: Int, epochs: Int) {
    let interval = MemoryEstimate.interval(shape, settings, epochs: epochs, memory: memory)
    func bytes(_ interval: Int) -> Int { MemoryEstimate(shape, settings, epochs: epochs, interval: interval).bytes }
    #expect(bytes(interval) <= memory)
    // The memory of three states is within the rounding of the interval.
    let matrices = { bytes($0) - bytes(epochs) }
    let states = 8 * 3 * 3 * (1024 * 512 + 512 * 512)
    #expect(matrices(interval) <= memory / 2 + states)
    if interval > 2 { #expect(matrices(interval / 2) > memory / 2 - states || bytes(interval / 2) > memory) }
  }

  /// If not even two states fit, the interval is the whole run, and the run is refused for its size.
  @Test func nothingFits() {
    #expect(MemoryEstimate.interval(shape, settings, epochs: 250, memory: 1000) == 250)
    #expect(MemoryEstimate(shape, settings, epochs: 250, interval: 250).bytes > 1000)
  }

  @Test func longRunsKeepWhatFitsAndSaySo() throws {
    var request = RunRequest()
    request.plugins = ["tree", "loss"]
    request.training.epochs = 10_000_000
    let plan = try RunPlan(request, registry: try .builtIn())
    let dataset = try #require(plan.datasets.first)
    // 378 numbers for each of ten million states are 30 GB: more than half of what most machines have.
    if FileSystem.physicalMemory < 150 << 30 {
      #expect(dataset.mainPlan.recordingInterval > 1)
      #expect(plan.warnings.contains { $0.contains("matrices of all epochs would take") })
    }
    request.training.recordingInterval = 1000
    let asked = try RunPlan(request, registry: try .builtIn())
    #expect(asked.datasets[0].mainPlan.recordingInterval == 1000 && asked.warnings.isEmpty)
  }
}
