import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// The comparison of units, at the tutorial's seed.
@Suite struct BeyondLinearTests {
  /// Half-rise epochs and predictions from an independent program with the same weights. An epoch is exact, because the rounding
  /// of both is far smaller than what a mode grows by in one; predictions were given to two digits.
  @Test func theSharkWithOtherUnits() throws {
    let run = try AnalysisRun("beyond-linear", of: AnalysisRun.dataset("shark-bones"))
    #expect(run.recordings.map(\.plan.variant.unit) == [.linear, .relu, .tanh])
    let rises = try ["linear", "relu", "tanh"].map { try run.column($0, of: "beyond-linear-modes") }
    #expect(rises[0].prefix(4) == [93, 117, 138, 138])
    #expect(rises[0].dropFirst(4).allSatisfy { (187...190).contains($0) })
    #expect(rises[1].prefix(4) == [102, 105, 113, 110])
    #expect(rises[1].dropFirst(4).allSatisfy { (124...136).contains($0) })
    #expect(rises[2].prefix(2) == [94, 127] && rises[2][2...3].allSatisfy { (140...151).contains($0) })
    #expect(rises[2].dropFirst(4).allSatisfy { (190...201).contains($0) })
    let worst = try ["linear", "relu", "tanh"].map {
      try run.column("probe_\($0)", of: "beyond-linear").reduce(-1, max)
    }
    for (found, expected) in zip(worst, [0.52, 0.11, 0.27]) { #expect((found - expected).magnitude < 0.005) }
    #expect(
      run.outcome.summary.first
        == "Shark has_bones on the wrong side: linear up to +0.52, 57 epochs; ReLU up to +0.11, 6 epochs; tanh up to +0.27, 45 epochs"
    )
  }

  /// Without a probe there are two panels.
  @Test func withoutAProbe() throws {
    let run = try AnalysisRun("beyond-linear", of: AnalysisRun.dataset("tree"), epochs: 60)
    #expect(run.outcome.figures.map(\.panels.count) == [2])
    #expect(run.outcome.summary.count == 1 && run.outcome.summary[0].contains("ReLU not yet"))
  }
}
