import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support
import Testing

/// The analysis `generalization`.
@Suite struct GeneralizationRunTests {
  private func teacher(_ teacher: NoisyTeacher) throws -> Dataset {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    var dataset = try teacher.dataset("teacher", using: &sampler)
    dataset.recommendation = TrainingRecommendation(
      learningRate: dataset.learningRate(forEffective: 0.02), initializationScale: 1e-3, hiddenWidth: 30, epochs: 1200)
    return dataset
  }

  /// The figures show the errors of the recording, their least, and where noise ends.
  @Test func figuresAndSentences() throws {
    let run = try AnalysisRun("generalization", of: teacher(NoisyTeacher(items: 40, outputs: 20)))
    let errors = try run.column("test_error", of: "generalization")
    #expect(errors == run.recordings[0].testErrors)
    let least = try #require(errors.min())
    let epoch = try #require(errors.firstIndex(of: least))
    #expect(epoch > 0 && epoch < 1200 && run.outcome.summary[0].hasPrefix("stop at epoch \(epoch): "))
    let training = try run.column("training_error", of: "generalization")
    let squares = run.dataset.targets.sumOfSquares
    // Rounding of a quotient.
    #expect((training[epoch] - run.recordings[0].losses[epoch] * 800 / squares).magnitude < 1e-12)
    // The theory leaves out what is of the order γ = 1e-3, times the errors of up to 2.
    let theory = try run.column("test_error_theory", of: "generalization")
    #expect(zip(theory, errors).allSatisfy { ($0 - $1).magnitude < 1e-4 })
    #expect(run.outcome.summary.contains { $0.contains("a signal of 3 has the singular value") })
    #expect(run.outcome.figures.map(\.name) == ["generalization", "signal-and-noise"])
  }

  /// The overlap of equal signals does not depend on how the modes of the sample mix them.
  @Test func equalSignals() throws {
    let dataset = try teacher(NoisyTeacher(items: 60, outputs: 40, rank: 3, signal: 6))
    let run = try AnalysisRun("generalization", of: dataset, epochs: 50)
    let predicted = NoisySpectrum(outputs: 40, items: 60).overlap(ofSignal: 6)
    let told = run.outcome.summary.filter { $0.contains("a signal of 6 has") }
    #expect(told.count == 3)
    // Of 300 such samples in NumPy none was further than 0.006 from the limit.
    let overlaps = told.compactMap { $0.firstMatch(of: /overlap ([0-9.]+)/).flatMap { Double($0.1) } }
    #expect(overlaps.count == 3 && overlaps.allSatisfy { ($0 - predicted).magnitude < 0.007 })
  }

  /// A weak signal is lost; without noise there is nothing to say about it.
  @Test func lostSignalsAndNoNoise() throws {
    let lost = try AnalysisRun("generalization", of: teacher(NoisyTeacher(items: 40, outputs: 20, signal: 0.5)))
    #expect(lost.outcome.summary.contains { $0.hasPrefix("a signal of 0.5 is lost in the noise") })
    // Its mode looks like noise, so the first singular value counts as noise.
    let first = try lost.dataset.targetSingularValues()[0].significant()
    #expect(lost.outcome.summary.contains { $0.hasPrefix("noise has singular values up to \(first) ") })
    let clear = try AnalysisRun("generalization", of: teacher(NoisyTeacher(items: 40, outputs: 20, noise: 0)))
    #expect(!clear.outcome.summary.contains { $0.contains("infinite data") })
    #expect(clear.outcome.summary[0].hasPrefix("the test error falls until the end"))
  }

  /// Datasets without a true map, and units for which responses are not a map of the inputs, have no test error.
  @Test func applies() throws {
    let registry = try PluginRegistry.builtIn()
    let descriptor = try #require(registry.analyses.first { $0.description.identifier == "generalization" })
    func isApplied(_ dataset: Dataset, _ unit: HiddenUnit) throws -> Bool {
      var settings = TrainingSettings()
      settings.variant.unit = unit
      return descriptor.applies(
        AnalysisSubject(
          dataset: dataset, mainPlan: try settings.plan(for: dataset), values: try ParameterValues([])))
    }
    let teacher = try teacher(NoisyTeacher(items: 10, outputs: 5))
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let noisy = try NoisyLinearMap().dataset("noisy", using: &sampler)
    #expect(try isApplied(teacher, .linear) && isApplied(teacher, .relu) && isApplied(noisy, .linear))
    #expect(try !isApplied(noisy, .relu))
    #expect(try !isApplied(AnalysisRun.dataset("tree"), .linear))
  }
}
