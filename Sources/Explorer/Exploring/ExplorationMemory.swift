import Experiments
import Gnuplot
import LearningDynamics
import Synchronization

/// What was computed before, as long as there is room: datasets with their trainings, answers, images.
///
/// Requests may change it at once; each access is short.
final class ExplorationMemory: Sendable {
  /// A dataset and the trainings on it.
  struct Trained: Sendable {
    let prepared: PreparedDataset
    var recordings: [Recording] = []
  }

  /// An answer and its figures.
  struct Answered: Sendable {
    let answer: RunAnswer
    let figures: [Figure]
  }

  /// A figure in one format.
  struct ImageKey: Hashable, Sendable {
    let figure: String
    let format: String
  }

  private struct State: Sendable {
    var trained = LeastRecentlyUsed<RunRequest, Trained>(limit: 512 << 20)
    var answered = LeastRecentlyUsed<RunRequest, Answered>(limit: 192 << 20)
    var images = LeastRecentlyUsed<ImageKey, [UInt8]>(limit: 128 << 20)
    /// A figure that has a key is held, with its tables.
    var keys: LeastRecentlyUsed<Figure, String>
    var keyCount = 0
  }

  private let state: Mutex<State>
  /// What the keys of this process begin with: a page that outlives it must not take its pictures for the next one's.
  private let prefix = String(UInt32.random(in: .min ... .max), radix: 36)

  /// - Parameter keptKeys: the bytes of all figures that have keys.
  init(keptKeys: Int = 192 << 20) {
    state = Mutex(State(keys: LeastRecentlyUsed(limit: keptKeys)))
  }

  func trained(_ request: RunRequest) -> Trained? { state.withLock { $0.trained.value(for: request) } }

  /// Keeps a dataset with trainings, beside those that are there.
  func keep(_ prepared: PreparedDataset, _ recordings: [Recording], for request: RunRequest) {
    state.withLock { state in
      var trained = state.trained.value(for: request) ?? Trained(prepared: prepared)
      for recording in recordings where !trained.recordings.contains(where: { $0.plan == recording.plan }) {
        trained.recordings.append(recording)
      }
      // Three recordings are counted for in the estimate of a run.
      let shares = max(1, (trained.recordings.count + 2) / 3)
      state.trained.keep(trained, for: request, size: shares * trained.prepared.memory.bytes)
    }
  }

  func answered(_ request: RunRequest) -> Answered? { state.withLock { $0.answered.value(for: request) } }

  func keep(_ answered: Answered, for request: RunRequest) {
    let size = answered.figures.reduce(16_384) { $0 + Self.size(of: $1) }
    state.withLock { $0.answered.keep(answered, for: request, size: size) }
  }

  /// About how many bytes a figure takes: its numbers, and some for its panels.
  private static func size(of figure: Figure) -> Int {
    figure.tables.reduce(8192) { $0 + 8 * $1.values.count }
  }

  func image(_ key: ImageKey) -> [UInt8]? { state.withLock { $0.images.value(for: key) } }

  func keep(_ image: [UInt8], for key: ImageKey) {
    state.withLock { $0.images.keep(image, for: key, size: image.count) }
  }

  /// The key of a figure: the same for equal figures.
  func key(of figure: Figure) -> String {
    state.withLock { state in
      if let known = state.keys.value(for: figure) { return known }
      state.keyCount += 1
      let key = "\(prefix)-\(state.keyCount)"
      state.keys.keep(key, for: figure, size: Self.size(of: figure))
      return key
    }
  }
}
