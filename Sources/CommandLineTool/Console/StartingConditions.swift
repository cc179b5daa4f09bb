internal import ArgumentParser
internal import Experiments
internal import Support

/// What has to be so before the program can begin.
enum StartingConditions {
  /// Opens those of standard input, output and error that were closed.
  ///
  /// Else the next file that is opened would get their number, and messages would go into it. Results that go to a closed
  /// standard output are still an error, because what stands in its place cannot be written.
  static func openStandardDescriptors() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // open returns the lowest free number, which is this one. Without /dev/null, open something that cannot be written.
      if open("/dev/null", mode) < 0 { _ = open("/", O_RDONLY) }
    }
  }

  /// Ends the process where the arguments cannot be known: on Linux, Swift reads them from /proc.
  static func requireArguments() {
    guard CommandLine.arguments.isEmpty else { return }
    Console.error(
      "The command line cannot be read, because /proc is not mounted. Mount it (mount -t proc proc /proc), and try again."
    )
    exit(ExitCode.unavailable.rawValue)
  }

  /// - Throws: ``TooFewOpenFiles`` where the system lets the process open too few files for what it does.
  static func requireOpenFiles() throws(TooFewOpenFiles) {
    let left = OpenFiles.left
    guard left >= OpenFiles.least else { throw TooFewOpenFiles(left: left) }
  }
}

/// A limit on open files that is too low.
struct TooFewOpenFiles: Error, CustomStringConvertible {
  let left: Int

  /// What, why, and what to do.
  var description: String {
    """
    This process may open only \(max(0, left)) more files, and needs \(OpenFiles.least): folders, tables, and pipes to \
    gnuplot. Raise the limit with 'ulimit -n 256', and try again.
    """
  }
}
