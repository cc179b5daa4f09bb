import Experiments
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
internal import Support

/// Trains, analyses and draws for pages, and remembers.
final class Studio: Sendable {
  let offer: DatasetOffer
  let limits: ExplorationLimits
  let gnuplot: GnuplotProgram
  let program: String
  private let memory = ExplorationMemory()
  private let scratch: ScratchFolder
  /// A page computes one thing at a time, and leaves a processor to the others where there is more than one.
  private let computing: WorkQueue
  private let drawing: WorkQueue

  /// - Parameters:
  ///   - offer: the plugins there are.
  ///   - limits: what may be asked for.
  ///   - gnuplot: what draws.
  ///   - atOnce: how many pieces of work are done at a time.
  ///   - drawings: how many drawings are made at a time, if fewer.
  ///   - program: what the program is called on the command line.
  /// - Throws: `FileError` when there is no temporary folder to draw in.
  init(
    _ offer: DatasetOffer, limits: ExplorationLimits, gnuplot: GnuplotProgram, atOnce: Int, drawings: Int = .max,
    program: String
  ) throws {
    (self.offer, self.limits, self.gnuplot, self.program) = (offer, limits, gnuplot, program)
    scratch = try ScratchFolder()
    computing = WorkQueue(atOnce: atOnce, atOnceOfPage: 1)
    let drawings = min(atOnce, drawings)
    drawing = WorkQueue(atOnce: drawings, atOnceOfPage: drawings)
  }

  /// Who asks, and how new that is.
  struct Asker: Sendable {
    let page: String
    let turn: Int
  }

  /// The answer to a page's state.
  func run(_ state: PageState, for asker: Asker) async throws -> RunAnswer {
    let clock = ContinuousClock()
    let start = clock.now
    // Even where the answer is remembered, what the page asked for before is not wanted any more.
    try await drawing.overtake(asker.page, asker.turn)
    try await computing.overtake(asker.page, asker.turn)
    let known = memory.answered(state.request)
    let found = if let known { known } else { try await answered(state, for: asker) }
    var answer = found.answer
    answer.fromMemory = known != nil
    answer.milliseconds.total = start.duration(to: clock.now) / .milliseconds(1)
    return answer
  }

  /// A figure of a page's state by its name, with its key.
  func figure(_ name: String, of state: PageState, for asker: Asker) async throws -> (figure: Figure, key: String) {
    let answered = try await answered(state, for: asker)
    guard let figure = answered.figures.first(where: { $0.figure.name == name }) else {
      throw ExplorationError("There is no figure '\(name.prefix(100))' here.", status: 404)
    }
    return figure
  }

  /// The table of a name among the figures of a page's state.
  func table(_ name: String, of state: PageState, for asker: Asker) async throws -> Table {
    let tables = try await answered(state, for: asker).figures.flatMap(\.figure.tables)
    guard let table = tables.first(where: { $0.name == name }) else {
      throw ExplorationError("There is no table '\(name.prefix(100))' here.", status: 404)
    }
    return table
  }

  /// A file beside the figures by its name.
  func attachment(_ name: String, of state: PageState, for asker: Asker) async throws -> Attachment {
    let files = try await answered(state, for: asker).attachments
    guard let file = files.first(where: { $0.fileName == name }) else {
      throw ExplorationError("There is no file '\(name.prefix(100))' here.", status: 404)
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

  /// Ends whatever is being done, and takes the temporary folder away once nobody draws in it.
  ///
  /// A training ends by itself at its next epoch, and is not waited for.
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

  /// Trains what is not remembered, and analyses.
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
      throw ExplorationError("There is nothing to show of this dataset.", status: 422)
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

  /// A dataset with its training; a move of η, γ or the epochs goes on from the start that is remembered.
  ///
  /// - Parameter key: what of the page's state decides dataset and training.
  private func prepare(
    _ descriptor: DatasetDescriptor, _ request: RunRequest, _ key: RunRequest
  ) throws -> PreparedDataset {
    let epochs = request.training.epochs ?? TrainingSettings.Default.epochs
    // The main network, and one beside it that an analysis may ask for.
    let start =
      try memory.start(of: key)
      ?? SharedStart(descriptor, request, keeping: 2) { shape in
        try limits.check(shape, request.training, epochs: epochs)
      }
    let prepared = try PreparedDataset(descriptor, request: request, from: start)
    // A dataset may recommend other epochs, and only now is it certain how large it is.
    try limits.check(start.shape, request.training, epochs: prepared.mainPlan.epochs)
    return prepared
  }

  /// The error for an analysis that means nothing here, with one that does.
  private func inapplicable(_ error: PlanError, _ prepared: PreparedDataset) throws -> ExplorationError {
    let others = try applicable(to: prepared)
    var answer = ExplorationError("\(error)", status: 422)
    answer.applicable = others
    // The data themselves come first; what is learned of them is more to look at.
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
