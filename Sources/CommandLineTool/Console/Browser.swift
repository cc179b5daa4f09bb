internal import Gnuplot
internal import Subprocess
internal import Support

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

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
        var options = PlatformOptions()
        options.createSession = true
        let result = try? await Subprocess.run(
          .path(FilePath(program)), arguments: [address], platformOptions: options, input: .none, output: .discarded,
          error: .discarded)
        if result?.terminationStatus.isSuccess == true { return }
      }
      failed()
    }
  }
}
