internal import Experiments
internal import LearningDynamics
internal import PluginKit
internal import Support

/// How large the largest run of a sweep is, reckoned before anything is made. Nothing is recorded: what takes memory are the
/// data, the numbers that were drawn and the basis.
///
/// It follows from the request alone: the pieces in which a sweep is kept depend on it.
struct RunSize: Hashable {
  /// Bytes.
  let memory: Int
  /// Multiplications, as `WorkEstimate` counts them.
  let work: Double

  /// Looks at the first and the last value of each axis and at all datasets and widths, and at all combinations of these.
  ///
  /// - Throws: `SettingsError`.
  init(_ plan: SweepPlan) throws {
    // Datasets and widths are in no order of size.
    let places = plan.axes.map { axis in
      [.dataset, .option(.hidden)].contains(axis.setting)
        ? Array(0..<min(axis.values.count, 64)) : Array(Set([0, axis.values.count - 1])).sorted()
    }
    var combinations = [[Int]()]
    for places in places {
      // Of very many combinations the later axes are taken at their ends only.
      let places = combinations.count < 4096 ? places : [places[places.count - 1]]
      combinations = combinations.flatMap { combination in places.map { combination + [$0] } }
    }
    var (memory, work) = (1, 1.0)
    for places in combinations {
      var request = plan.request.run
      for (axis, place) in zip(plan.axes, places) { try axis.set(place, in: &request) }
      guard let name = request.plugins.first, let descriptor = plan.datasets[name] else { continue }
      let values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
      // What makes no dataset is told when it is its turn; what says nothing of its shape is small.
      let shape = ((try? descriptor.shape(values)) ?? nil) ?? DatasetShape(items: 16, features: 1000)
      memory = max(memory, Self.memory(shape, request.training).bytes)
      work = max(work, Self.work(shape, request.training))
    }
    (self.memory, self.work) = (memory, work)
  }

  /// How many runs may be in work at once: as many as half of the machine's memory holds.
  var threads: Int { max(1, FileSystem.physicalMemory / 2 / memory) }

  static func work(_ shape: DatasetShape, _ training: TrainingSettings) -> Double {
    let epochs = training.epochs ?? TrainingSettings.Default.epochs
    return WorkEstimate(shape, training, epochs: epochs).multiplications
  }

  private static func memory(_ shape: DatasetShape, _ training: TrainingSettings) -> MemoryEstimate {
    MemoryEstimate(shape, training, epochs: 0)
  }

  /// Refuses a run that the machine's memory would not hold, before it is tried.
  ///
  /// - Throws: ``SweepError/tooLarge(_:)``.
  static func requireMemory(
    for shape: DatasetShape, _ training: TrainingSettings, of dataset: String
  ) throws(SweepError) {
    do throws(TooLarge) { _ = try memory(shape, training).fitting(dataset) } catch { throw .tooLarge(error) }
  }
}
