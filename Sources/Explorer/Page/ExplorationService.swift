import Experiments
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
internal import Support

/// Trains, analyses and draws for pages, and caches the results.
final class ExplorationService: Sendable {
  let offer: DatasetOffer
  let limits: ExplorationLimits
  let gnuplot: GnuplotProgram
  let program: String
  private let memory = ExplorationMemory()
  private let scratch: ScratchFolder
  /// A page computes one thing at a time, so that other pages get a processor too.
  private let computing: WorkQueue
  private let drawing: WorkQueue

  /// - Parameters:
  ///   - offer: all plugins.
  ///   - limits: the limits of a page.
  ///   - gnuplot: draws the figures.
  ///   - atOnce: how many pieces of work run in parallel.
  ///   - drawings: how many figures are drawn in parallel, if fewer.
  ///   - program: the program's name on the command line.
  /// - Throws: `FileError` if the temporary folder for drawing cannot be made.
  init(
    _ offer: DatasetOffer, limits: ExplorationLimits, gnuplot: GnuplotProgram, atOnce: Int, drawings: Int = .max,
    program: String
  ) throws {
    var gnuplot = gnuplot
    gnuplot.waiting = WaitingGnuplots(most: min(atOnce, drawings))
    (self.offer, self.limits, self.gnuplot, self.program) = (offer, limits, gnuplot, program)
    scratch = try ScratchFolder()
    computing = WorkQueue(atOnce: atOnce, atOnceOfPage: 1)
    let drawings = min(atOnce, drawings)
    drawing = WorkQueue(atOnce: drawings, atOnceOfPage: drawings)
  }

  /// The page that asks, and the number of its request.
  struct Asker: Sendable {
    let page: String
    let turn: Int
  }

  /// The answer to a page's state.
  func run(_ state: PageState, for asker: Asker) async throws -> RunAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    // Even if the answer is cached, drop what the page asked for before.
    try await drawing.overtake(asker.page, asker.turn)
    try await computing.overtake(asker.page, asker.turn)
    let known = memory.answered(state.request)
    let found = if let known { known } else { try await answered(state, for: asker) }
    var answer = found.answer
    answer.fromMemory = known != nil
    answer.milliseconds.total = start.duration(to: clock.now) / .milliseconds(1)
    return answer
  }

  /// A figure of a page's state by name, with its key.
  func figure(_ name: String, of state: PageState, for asker: Asker) async throws -> (figure: Figure, key: String) {
    let answered = try await answered(state, for: asker)
    guard let figure = answered.figures.first(where: { $0.figure.name == name }) else {
      throw ExplorationError("Figure '\(name.prefix(100))' not found.", status: 404)
    }
    return figure
  }

  /// A table of a page's figures by name.
  func table(_ name: String, of state: PageState, for asker: Asker) async throws -> Table {
    let tables = try await answered(state, for: asker).figures.flatMap(\.figure.tables)
    guard let table = tables.first(where: { $0.name == name }) else {
      throw ExplorationError("Table '\(name.prefix(100))' not found.", status: 404)
    }
    return table
  }

  /// A file of a page's state by name, besides the figures.
  func attachment(_ name: String, of state: PageState, for asker: Asker) async throws -> Attachment {
    let files = try await answered(state, for: asker).attachments
    guard let file = files.first(where: { $0.fileName == name }) else {
      throw ExplorationError("File '\(name.prefix(100))' not found.", status: 404)
    }
    return file
  }

  /// A figure with its key as an image.
  func image(
    of figure: (figure: Figure, key: String), as format: ImageFormat, for asker: Asker
  ) async throws -> [UInt8] {
    let key = ExplorationMemory.ImageKey(figure: figure.key, format: format.rawValue)
    let figure = figure.figure
    if let known = memory.image(key) { return known }
    return try await drawing.run(page: asker.page, turn: asker.turn) { [memory, scratch, gnuplot] in
      if let known = memory.image(key) { return known }
      let image = try await scratch.image(of: figure, as: format, with: gnuplot)
      memory.keep(image, for: key)
      return image
    }
  }

  /// Stops all work, and removes the temporary folder when the last drawing has ended.
  ///
  /// Does not wait for trainings: each stops at its next epoch.
  func end() async {
    await computing.close()
    await drawing.close()
    await drawing.ended()
    scratch.remove()
  }

  private func answered(_ state: PageState, for asker: Asker) async throws -> ExplorationMemory.Answered {
    if let known = memory.answered(state.request) { return known }
    return try await computing.run(page: asker.page, turn: asker.turn) { [self] in
      if let known = memory.answered(state.request) { return known }
      return try await limits.inTime { try await ComputingThreads.run { try self.compute(state) } }
    }
  }

  /// Trains what is not cached, and analyses.
  private func compute(_ state: PageState) throws -> ExplorationMemory.Answered {
    let clock = ContinuousClock()
    let start = clock.now
    try limits.check(state.request)
    let key = state.training
    let known = memory.trained(key)
    var prepared = known?.prepared
    let plan: RunPlan
    do {
      plan = try RunPlan(state.request, registry: offer.registry) { descriptor, request in
        let made = try prepared ?? prepare(descriptor, request, key)
        prepared = made
        return made
      }
    } catch let error as PlanError {
      guard case .empty = error else { throw error }
      throw try inapplicable(error, prepared ?? prepare(state.dataset, state.request, key))
    }
    guard let dataset = plan.datasets.first else {
      throw ExplorationError("This dataset has nothing to show.", status: 422)
    }
    try limits.check(dataset, state.request.training)
    let outcome = try DatasetOutcome(dataset, reusing: known?.runs ?? [])
    memory.keep(dataset.prepared, outcome.runs, for: key)
    memory.keep(dataset.prepared.start, of: key)
    if let failure = outcome.failures.first { throw failure.error }
    let figures = outcome.analyses.flatMap(\.outcome.figures).map { (figure: $0, key: memory.key(of: $0)) }
    let training = outcome.phases.times.filter { $0.phase == "training" }.reduce(0.0) {
      $0 + $1.time / .milliseconds(1)
    }
    let answer = try RunAnswer(
      state, outcome, figures: figures.map { RunAnswer.FigureEntry($0.figure, key: $0.key) },
      applicable: applicable(to: dataset.prepared), limits: limits,
      command: state.request.commandLine(program: program),
      milliseconds: .init(training: training, total: start.duration(to: clock.now) / .milliseconds(1)))
    let answered = ExplorationMemory.Answered(
      answer: answer, figures: figures, attachments: outcome.analyses.flatMap(\.outcome.attachments))
    memory.keep(answered, for: state.request)
    return answered
  }

  /// A dataset with its training. After a change of η, γ or the epochs, the cached initial weights are reused.
  ///
  /// - Parameter key: the part of the page's state that affects dataset and training.
  private func prepare(
    _ descriptor: DatasetDescriptor, _ request: RunRequest, _ key: RunRequest
  ) throws -> PreparedDataset {
    let epochs = request.training.epochs ?? TrainingSettings.Default.epochs
    // The main network, and a second one that an analysis may need.
    let start =
      try memory.start(of: key)
      ?? SharedStart(descriptor, request, keeping: 2, drawingAhead: true) { shape in
        try limits.check(shape, request.training, epochs: epochs, interval: epochs)
      }
    let prepared = try PreparedDataset(descriptor, request: request, from: start, memory: limits.memory)
    // A dataset may recommend other epochs, and only now is its size certain.
    try limits.check(prepared.dataset, prepared.mainPlan)
    let plan = prepared.mainPlan
    try limits.check(start.shape, request.training, epochs: plan.epochs, interval: plan.recordingInterval)
    return prepared
  }

  /// The error for an analysis that does not apply, with a button for one that does.
  private func inapplicable(_ error: PlanError, _ prepared: PreparedDataset) throws -> ExplorationError {
    let others = try applicable(to: prepared)
    var answer = ExplorationError("\(error)", status: 422)
    answer.applicable = others
    // Skip the first analysis, the data themselves: learning is more interesting.
    answer.remedy = (others.dropFirst().first ?? others.first).map { .init(label: "Show \($0)", set: ["analysis": $0]) }
    return answer
  }

  private func applicable(to plan: PreparedDataset) throws -> [String] {
    try offer.registry.analyses.filter { analysis in
      analysis.applies(
        AnalysisSubject(
          dataset: plan.dataset, mainPlan: plan.mainPlan,
          values: try ParameterValues(analysis.description.parameters)))
    }.map(\.description.identifier)
  }
}
