/// A time that no machine reaches, for the program's own limits where a test is not about them.
///
/// All tests begin at once, and share few threads: what took a moment may be noticed many minutes later.
public let unlimited = Duration.seconds(86_400)

/// How often a test asks for something that comes about by itself before it gives up, after ten minutes or more.
///
/// Asking is counted, not time: on a machine that is busy with other things both are slow.
let mostRounds = 60_000

/// Waits until something is so.
///
/// - Parameter isSo: what is waited for; asked again and again.
/// - Returns: whether it came about.
public func eventually(_ isSo: () async throws -> Bool) async throws -> Bool {
  for _ in 0..<mostRounds {
    if try await isSo() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
