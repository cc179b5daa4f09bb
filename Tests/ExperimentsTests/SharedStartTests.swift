import BuiltInPlugins
import Experiments
import LearningDynamics
import PluginKit
import Support
import Testing

/// The common start of trainings that differ in η, γ and epochs.
@Suite struct SharedStartTests {
  private func start(_ name: String, keeping networks: Int = 2, drawingAhead: Bool = false) throws -> SharedStart {
    let descriptor = try #require(try PluginRegistry.builtIn().datasets.first { $0.description.identifier == name })
    var request = RunRequest()
    if descriptor.description.parameters.contains(where: { $0.name == "features" }) {
      request.settings["features"] = "300"
    }
    return try SharedStart(descriptor, request, keeping: networks, drawingAhead: drawingAhead) { _ in }
  }

  /// Bit by bit, reduced or not, independent of the network used before.
  @Test(arguments: ["shark-bones", "noisy-linear"], TrainingEngine.allCases)
  func problemsAreThoseOfThePlan(name: String, engine: TrainingEngine) throws {
    for (networks, ahead) in [(2, false), (2, true), (0, true)] {
      try problemsAreThoseOfThePlan(start(name, keeping: networks, drawingAhead: ahead), engine)
    }
  }

  private func problemsAreThoseOfThePlan(_ start: SharedStart, _ engine: TrainingEngine) throws {
    for widths in [[30], [], [30], [5, 7], [3], [4], [6], [30]] {
      var settings = TrainingSettings()
      (settings.hiddenWidths, settings.engine) = (widths, engine)
      for scale in [1e-12, 0.3, 20] {
        settings.initializationScale = scale
        let plan = try settings.plan(for: start.dataset)
        #expect(try start.problem(for: plan) == plan.problem(on: start.dataset), "\(widths), \(scale)")
      }
    }
  }

  /// The kept numbers can be counted, and are not more than requested.
  @Test func asManyNetworksAreKeptAsWanted() throws {
    let (none, two) = (try start("shark-bones", keeping: 0), try start("shark-bones"))
    var sizes: [Int] = []
    for width in [30, 40, 30, 50, 60, 30] {
      var settings = TrainingSettings()
      settings.hiddenWidths = [width]
      let plan = try settings.plan(for: two.dataset)
      let before = none.byteCount
      #expect(try none.problem(for: plan) == two.problem(for: plan) && none.byteCount == before)
      sizes.append(two.byteCount - before)
    }
    #expect(sizes[0] > 8 * 38 * 38 && sizes[1] > sizes[0] && sizes[2] == sizes[1])
    // Of 50 and 60 units, and of 60 and 30.
    #expect(sizes[4] > sizes[3] && sizes[5] < sizes[4])
  }

  /// Balanced initial weights follow from the data and have no γ.
  @Test func otherStartsAreMadeEachTime() throws {
    let start = try start("tree")
    var plan = try TrainingSettings().plan(for: start.dataset)
    plan.initialization = .balanced(modeStrength: 0.01)
    #expect(try start.problem(for: plan) == plan.problem(on: start.dataset))
  }

  private struct Counted: DatasetPlugin {
    static let identifier = "counted-here"
    static let summary = "Counts how often it is made"
    static let made = Atomic(0)

    func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
      Self.made.add(1, ordering: .relaxed)
      return try DiffusionTree().dataset(Self.identifier, features: 60, using: &sampler)
    }
  }

  /// A preparation that uses an earlier start samples nothing, and is the same.
  @Test func nothingIsSampledTwice() throws {
    let descriptor = DatasetDescriptor(Counted.self)
    var request = RunRequest()
    let first = try PreparedDataset(descriptor, request: request)
    (request.training.learningRate, request.training.epochs) = (3, 20)
    let moved = try PreparedDataset(descriptor, request: request, from: first.start)
    #expect(Counted.made.load(ordering: .relaxed) == 1)
    #expect(moved.dataset == first.dataset && moved.mainPlan.epochs == 20)
    #expect(try moved.mainPlan == PreparedDataset(descriptor, request: request).mainPlan)
  }
}
