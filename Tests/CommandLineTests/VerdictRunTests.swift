import Foundation
import TestSupport
import Testing

/// The findings of a run do not depend on the unit of the data, and unknown ones are not reported.
@Suite struct VerdictRunTests {
  /// Five items with four measured features, in some unit.
  private static func table(unit: Double) -> String {
    let rows = [
      ("robin", [4.1, 3.5, 0.2, 0.1]), ("canary", [4.4, 3.1, 0.1, 0.4]), ("salmon", [3.9, -3.6, 0.3, 0.1]),
      ("oak", [0.2, -3.3, 4.5, 4.1]), ("pine", [0.1, 3.5, 4.1, 4.4]),
    ]
    let lines = rows.map { name, values in
      "  \(name), " + values.map { "\($0 * unit)" }.joined(separator: ", ")
    }
    return "summary: Measured features\nprobe: oak:b\ntable: |\n  item, a, b, c, d\n"
      + lines.joined(separator: "\n") + "\n"
  }

  /// Units that are even powers of ten: γ follows them exactly, and so does every epoch.
  @Test func anotherUnitIsTheSameStory() async throws {
    let folder = try TemporaryFolder()
    var stories: [String] = []
    for (name, unit) in [("small", 0.01), ("plain", 1), ("large", 1e4)] {
      try folder.write(Self.table(unit: unit), to: "\(name).yaml")
      let answer = try await BuiltProgram.run(
        "--dataset", folder.path("\(name).yaml"), "--plugin", "illusion", "--plugin", "illusion-scan", "--plugin",
        "regression", "--format", "none", "--json", "-o", folder.path(name))
      #expect(answer.code == 0)
      let epochs = answer.output.matches(
        of: try Regex(#""(first|last|converged|wrongEpochs|wrongCells|agree|rank)" : [a-z0-9]+"#))
      stories.append(epochs.map { String(answer.output[$0.range]) }.joined(separator: "\n"))
    }
    #expect(stories[0].contains("first") && stories[0].contains("converged"))
    #expect(stories[0] == stories[1] && stories[2] == stories[1])
  }

  /// Rumelhart's data with 0 and 1.
  @Test func zerosHaveAWrongSideToo() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "summary: Birds and fish\nnumeric: yes\nprobe: penguin:flies\ntable: |\n  item, flies, feathers, swims, gills, legs\n"
        + "  robin, 1, 1, 0, 0, 2\n  eagle, 1, 1, 0, 0, 2\n  wren, 1, 1, 0, 0, 2\n  penguin, 0, 1, 1, 0, 2\n"
        + "  salmon, 0, 0, 1, 1, 0\n  trout, 0, 0, 1, 1, 0\n", to: "birds.yaml")
    let answer = try await BuiltProgram.run(
      "--dataset", folder.path("birds.yaml"), "--plugin", "illusion", "--plugin", "illusion-scan", "--format", "none",
      "-o", folder.path("out"))
    #expect(answer.foldedOutput.contains("penguin flies: target 0; on the wrong side from epoch"))
    #expect(answer.foldedOutput.contains("the probe, penguin flies, has rank 1 of"))
  }

  /// Runs that end too early, diverge, learn nothing or oscillate.
  @Test(arguments: [
    (
      ["--epochs", "100"], "not on the wrong side before the run ends at epoch 100", "when the run ended, at epoch 100"
    ),
    (["--eta", "700"], "not evaluated: training diverged at epoch", "not evaluated: training diverged"),
    (
      ["--gamma", "0"], "not learned yet when the run ends at epoch 250",
      "nothing is learned by epoch 250, when the run ends"
    ),
    (["--eta", "52"], "oscillates until the end", "predictions had not converged when the run ended"),
  ])
  func saysOnlyWhatWasSeen(options: [String], illusion: String, scan: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      [
        "--plugin", "shark-bones", "--plugin", "illusion", "--plugin", "illusion-scan", "--set", "features=300",
        "--eta", "17",
      ]
        + ["--format", "none", "-o", folder.path] + options)
    #expect(answer.foldedOutput.contains(illusion), "\(answer.foldedOutput)")
    #expect(answer.foldedOutput.contains(scan), "\(answer.foldedOutput)")
    #expect(!answer.foldedOutput.contains("has_bones: target −1; never on the wrong side"))
  }

  /// A mode that is too weak to be relevant is named, with its epoch.
  @Test func weakModesAreNamed() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "summary: Weak\nnumeric: yes\ntable: |\n  item, a, b\n  ox, 10, 0\n  ant, 0, 0.4\n", to: "weak.yaml")
    let forecast = try await BuiltProgram.run("predict", "--dataset", folder.path("weak.yaml"))
    #expect(forecast.foldedOutput.contains("until mode 1 (99.84 % of the variance) is 99 % learned"))
    #expect(forecast.foldedOutput.contains("mode 2 is half learned at epoch 1,7"))
    let run = try await BuiltProgram.run(
      "--dataset", folder.path("weak.yaml"), "--plugin", "modes", "--format", "none", "-o", folder.path("out"))
    #expect(run.foldedErrors.contains("mode 2 (0.16 % of the variance) after the run's end at epoch 150"))
  }

  /// If both the initial weights and the learning rate keep a deep network from learning, both are named.
  @Test func bothCausesAreNamed() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--set", "features=300", "--hidden", "20,20", "--gamma", "1e-12", "--eta",
      "40", "--epochs", "200", "--format", "none", "-o", folder.path)
    #expect(answer.foldedErrors.contains("above the largest stable one"))
    #expect(answer.foldedErrors.contains("larger initial weights (--gamma; the waiting time grows with 1/γ)"))
  }
}
