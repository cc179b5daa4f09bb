import Foundation
import Gnuplot
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Something else instead of the script to be shown.
@Suite struct OddScriptTests {
  private static let size = TextFigure.Size(columns: 80, rows: 24)

  /// A pipe has no end while nobody writes to it, and a device none at all.
  @Test(.timeLimit(.minutes(5)), arguments: ["pipe", "folder", "device"])
  func onlyRegularFilesAreRead(kind: String) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("loss.gp")
    switch kind {
    case "pipe": try #require(mkfifo(path, 0o600) == 0)
    case "folder": try #require(mkdir(path, 0o700) == 0)
    default: try #require(symlink("/dev/zero", path) == 0)
    }
    let error = await #expect(throws: GnuplotError.self) {
      try await GnuplotProgram().text(of: "loss", in: folder.path, size: Self.size, colors: .none)
    }
    guard case .failed("loss.gp", let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("not a regular file"))
  }
}
