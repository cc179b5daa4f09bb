/// Values by key, as many as a limit of their sizes allows; those that were not asked for the longest go first.
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

  /// The value of a key, which thereby is the last to go.
  mutating func value(for key: Key) -> Value? {
    uses += 1
    entries[key]?.use = uses
    return entries[key]?.value
  }

  /// Keeps a value; one that is larger than the limit by itself is not kept.
  ///
  /// - Complexity: linear in the number of values for each that has to go.
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
