import Experiments
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// A cache of limited size: datasets with their trainings, answers, images.
///
/// Several requests may use it at a time; each access is short.
final class ExplorationMemory: Sendable {
  /// A dataset and the trainings on it.
  struct Trained: Sendable {
    let prepared: PreparedDataset
    var runs: [AnalyzedRun] = []

    /// Roughly, in bytes: the estimate for a dataset with three trainings, or the real size if that is larger.
    var size: Int {
      max(prepared.memory.bytes, runs.reduce(prepared.memory.bytes / 4) { $0 + $1.byteCount })
        + prepared.start.byteCount
    }
  }

  /// An answer and its figures, each with its key.
  struct Answered: Sendable {
    let answer: RunAnswer
    let figures: [(figure: Figure, key: String)]
    let attachments: [Attachment]
  }

  /// A figure in one format.
  struct ImageKey: Hashable, Sendable {
    let figure: String
    let format: String
  }

  private struct State: Sendable {
    // More than the largest run may take: every accepted run fits, so another epoch needs no training.
    var trained = LeastRecentlyUsed<RunRequest, Trained>(limit: 384 << 20)
    var starts = LeastRecentlyUsed<RunRequest, SharedStart>(limit: 192 << 20)
    var answered = LeastRecentlyUsed<RunRequest, Answered>(limit: 64 << 20)
    var images = LeastRecentlyUsed<ImageKey, [UInt8]>(limit: 48 << 20)
  }

  private let state = Mutex(State())
  /// The prefix of this process's keys: a page that stays open must not mix its pictures with those of the next process.
  private let prefix = String(UInt32.random(in: .min ... .max), radix: 36)

  func trained(_ request: RunRequest) -> Trained? { state.withLock { $0.trained.value(for: request) } }

  /// Adds trainings to a dataset's.
  func keep(_ prepared: PreparedDataset, _ runs: [AnalyzedRun], for request: RunRequest) {
    state.withLock { state in
      var trained = state.trained.value(for: request) ?? Trained(prepared: prepared)
      for run in runs where !trained.runs.contains(where: { $0.plan == run.plan }) { trained.runs.append(run) }
      state.trained.keep(trained, for: request, size: trained.size)
    }
  }

  /// The data and random numbers of a request, for any network, η, γ and number of epochs.
  func start(of request: RunRequest) -> SharedStart? {
    state.withLock { $0.starts.value(for: Self.startKey(request)) }
  }

  /// Keeps them with their present size: called after each training, because that may have added a network.
  func keep(_ start: SharedStart, of request: RunRequest) {
    let size = start.byteCount + 4096
    state.withLock { $0.starts.keep(start, for: Self.startKey(request), size: size) }
  }

  private static func startKey(_ request: RunRequest) -> RunRequest {
    var key = request
    key.training = TrainingSettings()
    (key.training.seed, key.training.sampling) = (request.training.seed, request.training.sampling)
    return key
  }

  func answered(_ request: RunRequest) -> Answered? { state.withLock { $0.answered.value(for: request) } }

  func keep(_ answered: Answered, for request: RunRequest) {
    let numbers = answered.figures.reduce(0) { $0 + $1.figure.tables.reduce(0) { $0 + $1.values.count } }
    let bytes = answered.attachments.reduce(8 * numbers + 16_384) { $0 + $1.bytes.count }
    state.withLock { $0.answered.keep(answered, for: request, size: bytes) }
  }

  func image(_ key: ImageKey) -> [UInt8]? { state.withLock { $0.images.value(for: key) } }

  func keep(_ image: [UInt8], for key: ImageKey) {
    state.withLock { $0.images.keep(image, for: key, size: image.count) }
  }

  /// The key of a figure; equal figures have equal keys.
  ///
  /// Two of the standard library's hashes, seeded for this process, 128 bits: nobody can construct two figures with one key.
  ///
  /// - Complexity: linear in the numbers of its tables.
  func key(of figure: Figure) -> String {
    let halves = [0, 1].map { half in
      var hasher = Hasher()
      hasher.combine(half)
      hasher.combine(figure)
      return String(UInt(bitPattern: hasher.finalize()), radix: 36)
    }
    return "\(prefix)-\(halves[0])\(halves[1])"
  }
}

/// A least-recently-used cache with a limit on the sum of its sizes.
struct LeastRecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let value: Value
    let size: Int
    var use: Int
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var uses = 0
  private(set) var size = 0

  /// - Parameter limit: the sum of all sizes, in the unit of the sizes.
  init(limit: Int) {
    self.limit = limit
  }

  var count: Int { entries.count }

  /// The value of a key, which becomes the most recently used.
  mutating func value(for key: Key) -> Value? {
    uses += 1
    entries[key]?.use = uses
    return entries[key]?.value
  }

  /// Keeps a value unless it is larger than the limit.
  ///
  /// - Complexity: linear in the number of values, for each that is removed.
  mutating func keep(_ value: Value, for key: Key, size valueSize: Int) {
    if let old = entries.removeValue(forKey: key) { size -= old.size }
    guard valueSize <= limit else { return }
    uses += 1
    entries[key] = Entry(value: value, size: valueSize, use: uses)
    size += valueSize
    while size > limit, let oldest = entries.min(by: { $0.value.use < $1.value.use }) {
      entries[oldest.key] = nil
      size -= oldest.value.size
    }
  }
}
