internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Runs a finished run again and tells what came out differently.
  struct Verify: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run a finished run again, elsewhere, and name the files that differ.",
      discussion: """
        On the machine that made a run, every table, script and image comes out the same to the last byte, on any number \
        of processors. Another machine's mathematical library may round differently: '--tolerance 1e-6' compares numbers \
        instead, absolutely up to 1 and relatively above, and leaves the images out. Images that 'render' drew later are \
        drawn again and compared too. Files beside the run that were compared with nothing are named. Ends with 0 if \
        nothing differs.
        """)

    @Argument(help: "The folder of a run.")
    var directory: String

    @Option(parsing: .unconditional, help: ArgumentHelp("How far numbers may be apart.", valueName: "x"))
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

    /// Names with commas between them; of many only the first.
    private static func list(_ names: [String]) -> String {
      let most = 20
      let shown = names.prefix(most).map(\.withoutControlCharacters).joined(separator: ", ")
      return names.count > most ? "\(shown) and \((names.count - most).grouped) more" : shown
    }

    private func text(_ verification: Verification) -> String {
      let sameness = tolerance.map { "the same within \($0)" } ?? "the same to the last byte"
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
            "The run was interrupted before \(verification.unfinished.joined(separator: ", ")): what is there of them is "
              + "of an earlier run.", indent: 2))
      }
      if verification.imagesLeftOut > 0 { lines.append("Images were not compared (\(verification.imagesLeftOut)).") }
      if !verification.notVouchedFor.isEmpty {
        lines.append(
          TextWrapping.wrap(
            "Not part of the run, and compared with nothing: \(Self.list(verification.notVouchedFor)).", indent: 2))
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
