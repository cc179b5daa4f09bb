internal import Gnuplot
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// The reader's web browser.
enum Browser {
  /// Programs that open an address with whatever the reader has chosen for it.
  private static let openers = ["xdg-open", "open", "wslview"]

  /// Opens an address of ours, without a shell; no if there is nothing to open it with.
  static func open(_ address: String) async -> Bool {
    for opener in openers {
      guard let program = ExecutableSearch.path(of: opener) else { continue }
      let result = try? await Subprocess.run(
        .path(FilePath(program)), arguments: [address], input: .none, output: .discarded, error: .discarded)
      if result?.terminationStatus.isSuccess == true { return true }
    }
    return false
  }
}
