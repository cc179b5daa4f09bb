package import GSL

/// A network in training, at one of its states.
///
/// It is not copied: the loop would otherwise copy all its matrices' references for every state it shows.
protocol TrainedNetwork: ~Copyable {
  /// The mean squared error at the present state.
  var loss: Double { get }
  /// W_tot at the present state; in a network that is not linear, its responses to the items, r × P.
  var endToEndMap: Matrix { get }
  /// The map from inputs to the activity of a layer, counted from 0; in a network that is not linear, the activity for each
  /// item.
  func map(ofLayer layer: Int) -> Matrix
  /// W_1 … W_L at the present state.
  var weights: [Matrix] { get }
  /// b_1 … b_L at the present state, one column each; empty for a network without biases.
  var biases: [Matrix] { get }
  /// Advances by one epoch.
  mutating func update()
  /// Goes on with another phase, from the present weights: the loss becomes that of the phase.
  ///
  /// - Parameter learningRate: η of the phase.
  mutating func begin(_ phase: LearningProblem.Phase, learningRate: Double)
}

/// Observes every state of a training, including the initial one.
protocol TrainingObserver {
  /// - Parameters:
  ///   - state: network, loss and maps at an epoch.
  ///   - epoch: 0, 1, 2, … in this order.
  ///   - isMark: whether the state is the last one, or the first of a phase after the first.
  /// - Throws: an error that ends the training, such as `CancellationError`.
  mutating func see(_ state: borrowing some TrainedNetwork & ~Copyable, at epoch: Int, isMark: Bool) throws
}

/// The end of a training, and when its phases began.
struct TrainingCourse {
  let outcome: TrainingOutcome
  /// The epoch of the first state of each phase that was reached; [0] for a training without phases.
  let phaseStarts: [Int]
  /// For each phase that ended, whether it ended at its loss.
  let reachedLoss: [Bool]

  /// The epoch of the first state of the last phase that was reached.
  var lastStart: Int { phaseStarts.last ?? 0 }

  var hasDiverged: Bool { if case .diverged = outcome { true } else { false } }
}

/// How a training ended.
public enum TrainingOutcome: Codable, Hashable, Sendable {
  /// All epochs were trained.
  case completed
  /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss).
  case diverged(epoch: Int)

  /// A training has diverged when its loss is above this many times max(1, first loss), or not finite.
  package static let divergenceFactor = 1e6
}

extension TrainingPlan {
  /// Trains by gradient descent and shows each state to an observer. Recordings and sweeps both train here.
  ///
  /// The state at which a training diverges is not shown: decompositions fail on entries of 1e100 and more.
  ///
  /// - Parameters:
  ///   - problem: the problem, in any coordinates of the outputs.
  ///   - observer: observes the states; it is changed in place.
  /// - Throws: ``TrainingError/startNotFinite``; errors of the observer.
  /// - Complexity: as `GradientDescent.update()` for each epoch, plus the work of the observer. Other variants than the tutorial's
  ///   need another forward pass over all items, and O(weights) for each update.
  func train(_ problem: LearningProblem, observedBy observer: inout some TrainingObserver) throws -> TrainingCourse {
    variant.isPlain
      ? try train(GradientDescent(problem: problem, learningRate: learningRate), problem, observedBy: &observer)
      : try train(ActivityDescent(problem, self), problem, observedBy: &observer)
  }

  private func train(
    _ start: consuming some TrainedNetwork & ~Copyable, _ problem: LearningProblem,
    observedBy observer: inout some TrainingObserver
  ) throws -> TrainingCourse {
    var descent = start
    let schedule = phases.isEmpty ? [Phase(epochs: epochs, learningRate: learningRate)] : phases
    precondition(problem.phases.count == phases.count, "a plan has the phases of its dataset")
    var (epoch, starts, reached, limit) = (0, [Int](), [Bool](), 0.0)
    var isShown = false
    func course(_ outcome: TrainingOutcome) -> TrainingCourse {
      TrainingCourse(outcome: outcome, phaseStarts: starts, reachedLoss: reached)
    }
    for (place, phase) in schedule.enumerated() {
      if !problem.phases.isEmpty { descent.begin(problem.phases[place], learningRate: phase.learningRate) }
      guard descent.loss.isFinite else {
        // Something is recorded before a training can diverge.
        guard isShown else { throw TrainingError.startNotFinite }
        return course(.diverged(epoch: epoch))
      }
      starts.append(epoch)
      // What is taught next may be larger, so its first loss counts too.
      limit = min(
        max(limit, TrainingOutcome.divergenceFactor * max(1, descent.loss)), .greatestFiniteMagnitude)
      let end = phase.endLoss.map { $0 * problem.weight(ofPhase: place) } ?? -1
      for step in 0...phase.epochs {
        if step > 0 {
          descent.update()
          epoch += 1
        }
        let loss = descent.loss
        guard loss <= limit else { return course(.diverged(epoch: epoch)) }
        let isEnd = step == phase.epochs || loss < end
        if isEnd { reached.append(loss < end) }
        // The state at a switch is the first of the next phase.
        if isEnd, place < schedule.count - 1 { break }
        isShown = true
        try observer.see(descent, at: epoch, isMark: isEnd || step == 0 && place > 0)
        if isEnd { break }
      }
    }
    return course(.completed)
  }
}

/// Full-batch gradient descent on the mean squared error of a linear network.
///
/// Loss L = (1/PN) ‖W_tot Xᵀ − Yᵀ‖². With the partial maps M_k = W_k … W_1 (M_0 = I), the residual
/// E = M_L Xᵀ − Yᵀ and G = ε E X, ε = 2η/(PN), one update is
///
/// W_k ← W_k − (W_L … W_(k+1))ᵀ G M_(k−1)ᵀ for all k at once.
///
/// The second dimension of all matrices is the inputs' width n, independent of the number of items. All matrices for an
/// update are allocated once, at the beginning.
package struct GradientDescent: TrainedNetwork, ~Copyable {
  /// The network at the present state.
  package private(set) var network: LinearNetwork
  /// The mean squared error at the present state.
  package private(set) var loss = Double.nan

  private let problem: LearningProblem
  /// Whether E is G, up to its size: one-hot inputs, shown once.
  private var isStandard: Bool
  private var effectiveRate: Double
  /// X and Yᵀ as the training sees them: √F X, Yᵀ√F.
  private var inputs: Matrix
  private var transposedInputs: Matrix
  private var targets: Matrix
  /// f, for one-hot inputs that are not all shown once.
  private var frequencies: [Double]?
  /// M_2 … M_L; M_1 is W_1.
  private var furtherMaps: [Matrix]
  /// M_1ᵀ … M_(L−1)ᵀ.
  private var transposedMaps: [Matrix]
  /// E if inputs are not one-hot, or not all shown once; otherwise it is needed only as a part of G.
  private var residual: Matrix
  /// The gradients with respect to the activities, the last one G.
  private var gradients: [Matrix]

  /// Gradient descent at state 0.
  ///
  /// - Parameters:
  ///   - problem: the network, inputs and targets, in any coordinates of the outputs.
  ///   - learningRate: η, finite.
  package init(problem: LearningProblem, learningRate: Double) {
    self.problem = problem
    network = problem.network
    effectiveRate = problem.effectiveRate(for: learningRate)
    isStandard = problem.itemInputs.isStandard
    (inputs, targets, frequencies) = Self.weighted(problem.itemInputs, problem.outputTargets)
    transposedInputs = inputs.transposed
    let width = inputs.columns
    furtherMaps = network.weights.dropFirst().map { Matrix(rows: $0.rows, columns: width) }
    transposedMaps = network.weights.dropLast().map { Matrix(rows: width, columns: $0.rows) }
    residual = isStandard ? Matrix(rows: 0, columns: 0) : targets
    gradients = network.weights.map { Matrix(rows: $0.rows, columns: width) }
    propagate()
  }

  private static func weighted(
    _ items: ItemInputs, _ outputTargets: Matrix
  ) -> (inputs: Matrix, targets: Matrix, frequencies: [Double]?) {
    guard let frequencies = items.frequencies else { return (items.matrix, outputTargets, nil) }
    if items.isOneHot { return (items.matrix, outputTargets, frequencies) }
    return (items.weighting(items.matrix), items.weighting(outputTargets.transposed).transposed, nil)
  }

  /// Goes on with another phase.
  mutating func begin(_ phase: LearningProblem.Phase, learningRate: Double) {
    effectiveRate = problem.effectiveRate(for: learningRate)
    isStandard = phase.itemInputs.isStandard
    (inputs, targets, frequencies) = Self.weighted(phase.itemInputs, phase.outputTargets)
    transposedInputs = inputs.transposed
    residual = isStandard ? Matrix(rows: 0, columns: 0) : targets
    propagate()
  }

  /// W_tot at the present state.
  package var endToEndMap: Matrix { map(ofLayer: network.depth - 1) }

  /// W_1 … W_L at the present state.
  var weights: [Matrix] { network.weights }

  /// None.
  var biases: [Matrix] { [] }

  /// M_(k+1) at the present state: it maps inputs to the activity of layer k, counted from 0.
  package func map(ofLayer layer: Int) -> Matrix { layer == 0 ? network.weights[0] : furtherMaps[layer - 1] }

  /// Advances by one epoch.
  ///
  /// - Complexity: O(n · Σ n_k n_(k−1) + P·n·n_L); no allocation if no layer has more than 256 outputs.
  package mutating func update() {
    let depth = network.depth
    // From the output back, before any weight changes. A gradient is summed up before it changes the weights: its many terms, added
    // to them one by one, would round them each time.
    for layer in stride(from: depth - 1, to: 0, by: -1) {
      gradients[layer - 1].setProduct(network.weights[layer].transposedFactor, gradients[layer])
    }
    network.weights[0].add(-1, times: gradients[0])
    for layer in 1..<max(depth, 1) {
      network.weights[layer].setProduct(gradients[layer], transposedMaps[layer - 1], scale: -1, adding: 1)
    }
    propagate()
  }

  private mutating func propagate() {
    for layer in 1..<max(network.depth, 1) {
      if layer == 1 {
        transposedMaps[0].setTransposed(network.weights[0])
        furtherMaps[0].setProduct(network.weights[1], network.weights[0])
      } else {
        transposedMaps[layer - 1].setTransposed(furtherMaps[layer - 2])
        furtherMaps[layer - 1].setProduct(network.weights[layer], furtherMaps[layer - 2])
      }
    }
    let last = network.depth - 1
    let squares: Double
    if isStandard {
      squares = gradients[last].setDifference(endToEndMap, targets, scale: effectiveRate)
    } else if let frequencies {
      // One-hot inputs that are shown f times: a factor for each column.
      squares = gradients[last].setDifference(endToEndMap, targets, rate: effectiveRate, columns: frequencies)
    } else {
      residual.set(1, times: targets)
      residual.setProduct(endToEndMap, transposedInputs, adding: -1)
      squares = residual.sumOfSquares
      gradients[last].setProduct(residual, inputs, scale: effectiveRate)
    }
    loss = squares / Double(problem.entryCount)
  }
}

extension Matrix {
  /// rate · (A − B) diag(f), and Σ_ij f_j (a_ij − b_ij)².
  fileprivate mutating func setDifference(_ left: Matrix, _ right: Matrix, rate: Double, columns factors: [Double])
    -> Double
  {
    let width = columns
    var squares = 0.0
    withMutableElements { result in
      left.elements.withUnsafeBufferPointer { left in
        right.elements.withUnsafeBufferPointer { right in
          factors.withUnsafeBufferPointer { factors in
            for start in stride(from: 0, to: result.count, by: width) {
              for column in 0..<width {
                let difference = left[start + column] - right[start + column]
                squares += factors[column] * difference * difference
                result[start + column] = rate * factors[column] * difference
              }
            }
          }
        }
      }
    }
    return squares
  }
}
