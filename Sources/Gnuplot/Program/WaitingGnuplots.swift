internal import Support

/// Gnuplots that were started ahead. A small figure takes gnuplot as long to start as to draw, so a page that draws again and again is
/// nearly twice as fast with them.
///
/// The first is started after the first drawing that succeeds, and each draws one figure. They end when this object is released.
public final class WaitingGnuplots: Sendable {
  private let most: Int
  private let waiting = Mutex<[WaitingProcess]>([])

  /// No gnuplots yet.
  ///
  /// - Parameter most: how many wait at most: as many as draw at the same time.
  public init(most: Int) { self.most = most }

  /// One that waits; nil if none does.
  func take() -> WaitingProcess? { waiting.withLock { $0.popLast() } }

  /// Starts one more, unless enough are waiting.
  func start(_ process: ChildProcess, limit: Int) {
    waiting.withLock { waiting in
      if waiting.count < most { waiting.append(WaitingProcess(process, limit: limit)) }
    }
  }
}
