internal import Support

/// The reader's web browser.
enum Browser {
  /// Programs that open an address with whatever the reader has chosen for it.
  private static let openers = ["xdg-open", "open", "wslview"]

  /// Opens an address of ours, without a shell, and does not wait for it.
  ///
  /// What is started has a session of its own: Ctrl-C, which ends the page, does not end the reader's browser.
  ///
  /// - Parameter failed: is called if nothing could be opened.
  static func open(_ address: String, orElse failed: @escaping @Sendable () -> Void) {
    let programs = openers.compactMap(ExecutableSearch.path)
    Task.detached {
      for program in programs {
        var process = ChildProcess(program, [address])
        process.hasOwnSession = true
        if (try? await process.runWithoutAnswer()) == true { return }
      }
      failed()
    }
  }
}
