import LearningDynamics
import Testing

/// The short API gives the same results as the long one.
@Suite struct AnalyzedRunTests {
  @Test func theTutorialsRun() throws {
    let run = try Dataset.sharkBones().train()
    #expect(try run.illusion.wrongSide.map { [$0.first, $0.last] } == [[115, 171]])
    #expect(try run.halfRiseEpochs == run.recording.halfRiseEpochs() && run.stages == run.recording.stages())
    // PyTorch in 64 bits, from initial weights that are the same to 5e-7.
    #expect(abs(run.losses[125] - 0.501920759813056) < 1e-6)
  }

  @Test func settingsAreTaken() throws {
    let dataset = try Dataset.sharkBones(seed: 7, features: 200)
    let run = try dataset.train {
      $0.learningRate = 2
      $0.epochs = 40
    }
    #expect(run.plan.learningRate == 2 && run.losses.count == 41 && dataset.features.count == 201)
    #expect(dataset != (try Dataset.sharkBones(seed: 8, features: 200)))
  }

  /// Copies share computed results.
  @Test func copiesShareWhatIsKnown() throws {
    let run = try Dataset.sharkBones(features: 100).train { $0.epochs = 20 }
    let copy = run
    #expect(try run.illusion == copy.illusion && run.illusionScan.areas == copy.illusionScan.areas)
  }
}
