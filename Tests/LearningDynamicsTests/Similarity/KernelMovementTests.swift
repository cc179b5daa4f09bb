import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct KernelMovementTests {
  /// From an independent program, for the tree: movements of the kernel once the loss is below 1e-6. They are given to one
  /// or two digits, so 6 %.
  @Test(arguments: [
    (5, 1.0 / 3, 3.1), (5, 1, 3.0), (5, 3, 0.20), (5, 8, 0.009), (1, 1, 98), (15, 1, 0.59),
  ])
  func richAndLazy(scale: Double, ratio: Double, expected: Double) throws {
    let data = try ReferenceData.dataset("tree")
    var settings = TrainingSettings()
    (settings.initializationScale, settings.variant.layerRatio) = (scale, ratio)
    (settings.learningRate, settings.epochs) = (1, 1)
    let stable = try data.largestStableLearningRate(for: settings.plan(for: data))
    (settings.learningRate, settings.epochs, settings.recordingInterval) = (0.4 * stable, 4000, 4000)
    let run = try Recording(training: settings.plan(for: data), on: data)
    #expect(run.losses[run.lastEpoch] < 1e-6)
    let movement = try KernelMovement(of: run)
    #expect(movement.epochs == [0, 4000] && movement.kernel[0] == 0 && movement.turn[0] == 0)
    #expect((movement.kernel[1] / expected - 1).magnitude < 0.06, "\(movement.kernel[1])")
  }

  /// Against the whole kernel, N·P × N·P, for any inputs. Both add thousands of products: 1e-10.
  @Test func againstTheWholeKernel() throws {
    let inputs = scatteredMatrix(rows: 4, columns: 3, seed: 2)
    let data = try Dataset(
      identifier: "small", items: ["a", "b", "c", "d"], features: FeatureNames(numbered: 5), inputs: inputs,
      targets: scatteredMatrix(rows: 4, columns: 5, seed: 3))
    var settings = TrainingSettings()
    (settings.hiddenWidths, settings.learningRate, settings.initializationScale) = ([6], 0.4, 1)
    settings.epochs = 30
    let start = try settings.plan(for: data).problem(on: data).network
    let movement = try KernelMovement(of: Recording(training: settings.plan(for: data), on: data))
    // Gradient descent on the features themselves.
    var (first, second) = (start.weights[0], start.weights[1])
    let before = wholeKernel(first, second, inputs)
    for _ in 0..<30 {
      let gradient = (2 * 0.4 / 20) * ((second * first * inputs.transposed - data.targets.transposed) * inputs)
      (first, second) = (first - second.transposed * gradient, second - gradient * first.transposed)
    }
    let after = wholeKernel(first, second, inputs)
    let moved = (after - before).frobeniusNorm / before.frobeniusNorm
    let cosine =
      zip(before.elements, after.elements).reduce(0) { $0 + $1.0 * $1.1 } / before.frobeniusNorm / after.frobeniusNorm
    #expect(abs(movement.kernel[30] - moved) < 1e-10 && abs(movement.turn[30] - (1 - cosine)) < 1e-10)
  }

  /// K_(if)(jg) = Σ over all weights of ∂ŷ_if ∂ŷ_jg.
  private func wholeKernel(_ first: Matrix, _ second: Matrix, _ inputs: Matrix) -> Matrix {
    let (items, features, width) = (inputs.rows, second.rows, first.rows)
    let activity = inputs * first.transposed
    var slopes = Matrix(rows: items * features, columns: width * inputs.columns + features * width)
    for item in 0..<items {
      for feature in 0..<features {
        let row = item * features + feature
        for unit in 0..<width {
          for input in 0..<inputs.columns {
            slopes[row, unit * inputs.columns + input] = second[feature, unit] * inputs[item, input]
          }
          slopes[row, width * inputs.columns + feature * width + unit] = activity[item, unit]
        }
      }
    }
    return slopes * slopes.transposed
  }
}
