import BuiltInPlugins
import LearningDynamics
import PluginKit
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
      MemoryEstimate.interval(DatasetShape(items: 8, features: 10_000), settings, epochs: 250, within: 1 << 30) == 1)
    #expect(MemoryEstimate.interval(shape, settings, epochs: 250, within: 1 << 40) == 1)
  }

  /// The interval is the smallest that stays within the budget.
  @Test(arguments: [4, 8, 20, 100].map { $0 << 30 }, [250, 251, 10_000, 10_000_000])
  func theIntervalFits(budget: Int, epochs: Int) {
    let interval = MemoryEstimate.interval(shape, settings, epochs: epochs, within: budget)
    #expect(MemoryEstimate(shape, settings, epochs: epochs, interval: interval).bytes <= budget)
    if interval > 2 {
      #expect(MemoryEstimate(shape, settings, epochs: epochs, interval: interval / 2).bytes > budget)
    }
  }

  /// Where not even two states fit, the interval is the whole run, and the run is refused for its size.
  @Test func nothingFits() {
    #expect(MemoryEstimate.interval(shape, settings, epochs: 250, within: 1000) == 250)
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
      #expect(plan.warnings.contains { $0.contains("matrices of every state would take") })
    }
    request.training.recordingInterval = 1000
    let asked = try RunPlan(request, registry: try .builtIn())
    #expect(asked.datasets[0].mainPlan.recordingInterval == 1000 && asked.warnings.isEmpty)
  }
}
