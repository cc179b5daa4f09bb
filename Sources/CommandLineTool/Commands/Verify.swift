internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Repeats a finished run and lists the files that differ.
  struct Verify: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Repeat a finished run in a temporary folder and list the files that differ.",
      discussion: """
        On the machine that made a run, every table, script and image comes out identical byte for byte, with any number \
        of processors. Another machine's math library may round differently: '--tolerance 1e-6' compares numbers instead \
        (absolute tolerance up to 1, relative above) and ignores images. Images that 'render' drew later are drawn again \
        and compared too. Files that are not part of the run are listed. Exits with 0 if nothing differs.
        """)

    @Argument(help: "The folder of a run.")
    var directory: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Tolerance for differences between numbers.", valueName: "x"))
    var tolerance: String?

    @OptionGroup var drawing: DrawingOptions

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    var plugins = PluginSource()

    func run() async throws {
      let verification = try await Verification(
        of: RunDirectory(recordOrFolder: directory), tolerance: try Self.tolerance(tolerance),
        registry: plugins.registry(), gnuplot: drawing.gnuplot(), programVersion: Program.version
      ) { [quiet] event in
        if !quiet { Console.progress(event.text) }
      }
      Console.clearProgress()
      if !quiet { Console.print(text(verification)) }
      if verification.unfinished.isEmpty { try RunDirectory(recordOrFolder: directory).gaps().map(Console.warning) }
      for failure in verification.drawingFailures { Console.error("\(failure.told) Images were not compared.") }
      if !verification.differences.isEmpty { throw ExitCode.failure }
      if !verification.drawingFailures.isEmpty { throw ExitCode.unavailable }
    }

    private static func tolerance(_ text: String?) throws(SettingsError) -> Double? {
      guard let text else { return nil }
      guard let value = Double.decimal(text), value.isFinite, value >= 0 else {
        throw .refused(name: "--tolerance", text: text, allowed: "a number from 0 up, such as 1e-6")
      }
      return value
    }

    /// Names separated by commas; only the first ones if there are many.
    private static func list(_ names: [String]) -> String {
      let most = 20
      let shown = names.prefix(most).map(\.withoutControlCharacters).joined(separator: ", ")
      return names.count > most ? "\(shown) and \((names.count - most).grouped) more" : shown
    }

    private func text(_ verification: Verification) -> String {
      let sameness = tolerance.map { "equal within \($0)" } ?? "identical byte for byte"
      var lines: [String] = []
      if verification.differences.isEmpty {
        lines.append("\(directory): \(verification.compared) files, all \(sameness).")
      } else {
        lines.append(
          "\(directory): \(verification.differences.count) of \(verification.compared) files are not \(sameness).")
        lines += verification.differences.map { TextWrapping.wrap("  \($0.file): \($0.what)", indent: 4) }
      }
      if !verification.unfinished.isEmpty {
        lines.append(
          TextWrapping.wrap(
            "The run was interrupted before \(verification.unfinished.joined(separator: ", ")): their files are from an "
              + "earlier run.", indent: 2))
      }
      if verification.imagesLeftOut > 0 { lines.append("Images were not compared (\(verification.imagesLeftOut)).") }
      if !verification.notVouchedFor.isEmpty {
        lines.append(
          TextWrapping.wrap(
            "Not part of the run, and not compared: \(Self.list(verification.notVouchedFor)).", indent: 2))
      }
      if !verification.versionNotes.isEmpty {
        lines.append(
          TextWrapping.wrap(
            "Made with other versions: \(verification.versionNotes.joined(separator: "; ")).", indent: 2))
      }
      return lines.joined(separator: "\n")
    }
  }
}
