import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct ProcrustesRotationTests {
  /// scipy.linalg.orthogonal_procrustes. 1e-14: entries of size 3, products of four.
  @Test func rotationIsSciPys() throws {
    let points = Matrix([[0.875, 0], [-0.125, 2], [-1.125, 1], [0.375, -3]])
    let goal = Matrix([[0.2, 0.675], [-2, -0.025], [-1, -1.325], [2.8, 0.675]])
    let rotation = try ProcrustesRotation(of: points, towards: goal)
    let turned = Matrix([
      [-0.04442238702557905, 0.8738716447688124], [-1.991074847039346, -0.22637569102543942],
      [-0.9415959535600412, -1.1743176998748492], [2.977093187624966, 0.526821746131476],
    ])
    #expect(largestDifference(points * rotation.matrix, turned) < 1e-14)
  }

  /// Rotated, reflected, and with an empty dimension: all are recovered. 1e-13: two products of 5 × 5 rotations.
  @Test func whatWasTurnedComesBack() throws {
    let rotation = try SingularValueDecomposition(scatteredMatrix(rows: 5, columns: 5, seed: 3)).left
    var goal = scatteredMatrix(rows: 9, columns: 5)
    for dimensions in [5, 3, 1] {
      for item in 0..<9 { for empty in dimensions..<5 { goal[item, empty] = 0 } }
      for reflection in [1.0, -1] {
        var mirror = Matrix.identity(5)
        mirror[0, 0] = reflection
        let turned = goal * mirror * rotation
        let back = try ProcrustesRotation(of: turned, towards: goal).matrix
        #expect(largestDifference(back.transposed * back, .identity(5)) < 1e-13)
        #expect(largestDifference(turned * back, goal) < 1e-13)
      }
    }
  }

  /// Successive frames of a training: aligned frames are never farther apart than unaligned ones, and keep their
  /// distances. 1e-12 of the last frame's size: rounding of 8 × 7 entries.
  @Test func alignmentBringsFramesTogether() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let dataset = try DiffusionTree().dataset("tree", features: 1000, using: &sampler)
    let recording = try Recording(training: try TrainingSettings().plan(for: dataset), on: dataset)
    let series = stride(from: 0, through: 250, by: 10).map { recording.representationalSimilarities[0][$0] }
    let aligned = try ClassicalScaling.aligned(series)
    #expect(aligned.count == series.count)
    let size = aligned[25].coordinates.frobeniusNorm
    #expect(aligned[25] == (try ClassicalScaling(products: series[25])))
    for index in 0..<25 {
      let plain = try ClassicalScaling(products: series[index])
      let (frame, next) = (aligned[index].coordinates, aligned[index + 1].coordinates)
      #expect((frame - next).frobeniusNorm <= (plain.coordinates - next).frobeniusNorm + 1e-12 * size)
      let products = plain.coordinates * plain.coordinates.transposed
      #expect(largestDifference(frame * frame.transposed, products) < 1e-12 * size * size)
    }
    // At state 0 all items are at the origin: γ = 1e-12.
    #expect(aligned[0].coordinates.largestMagnitude < 1e-11)
  }
}
