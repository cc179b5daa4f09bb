internal import Synchronization

/// What must not be cut off in the middle: an interrupt waits for it a little.
package enum UnfinishedWork {
  private static let count = Atomic(0)

  package static func begin() { count.add(1, ordering: .sequentiallyConsistent) }
  package static func end() { count.subtract(1, ordering: .sequentiallyConsistent) }

  /// Whether files are just being put into their places.
  package static var isThere: Bool { count.load(ordering: .sequentiallyConsistent) > 0 }
}
