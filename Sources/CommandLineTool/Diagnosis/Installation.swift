internal import Experiments
internal import Gnuplot
internal import GSL
internal import PluginKit
internal import Support

/// What the program finds of what it needs, for a reader whose figures do not come.
struct Installation: Sendable {
  /// One thing looked at.
  struct Finding: Hashable, Sendable {
    /// What was looked at.
    let subject: String
    /// What was found.
    let found: String
    /// What to do, if something is wrong.
    let advice: String?

    /// Whether nothing has to be done.
    var isWell: Bool { advice == nil }
  }

  /// Less free space than this is worth a warning: a default run writes 7 MB.
  private static let smallestFreeSpace = 50_000_000

  /// Everything that was looked at, in the order of telling.
  let findings: [Finding]

  /// Looks at the machine.
  ///
  /// - Parameters:
  ///   - gnuplot: what would draw the figures.
  ///   - output: the folder that runs would write to; it need not be there.
  ///   - programVersion: the program's version.
  init(gnuplot: GnuplotProgram = GnuplotProgram(), output: RunDirectory, programVersion: String) async {
    var findings = [
      Finding(subject: "dlnn-sim", found: "\(programVersion), built with Swift \(Compiler.version)", advice: nil),
      Finding(subject: "GSL", found: GSLLibrary.version, advice: nil),
    ]
    do throws(GnuplotError) {
      findings.append(Finding(subject: "gnuplot", found: try await gnuplot.version(), advice: nil))
      let terminals = try await gnuplot.terminals()
      let missing = Set(ImageFormat.allCases.map(\.terminalName)).subtracting(terminals).sorted()
      findings.append(
        Finding(
          subject: "image formats",
          found: missing.isEmpty
            ? ImageFormat.allCases.map(\.rawValue).joined(separator: ", ")
            : "gnuplot has no terminal \(missing.joined(separator: ", "))",
          advice: missing.isEmpty ? nil : Self.installation("a gnuplot with cairo", apt: "gnuplot-nox", brew: "gnuplot")
        ))
      // Nothing has to be done about it: no figure moves unless that is asked for.
      let animation = ImageFormat.animationTerminalName
      findings.append(
        Finding(
          subject: "animations",
          found: terminals.contains(animation)
            ? ImageFormat.animationEnding
            : "gnuplot has no terminal \(animation); it is needed for animated figures only (--set animation=yes)",
          advice: nil))
    } catch {
      findings.append(
        Finding(
          subject: "gnuplot", found: "\(error)",
          advice: Self.installation("gnuplot 5.4 or later", apt: "gnuplot-nox", brew: "gnuplot")))
    }
    let free = FileSystem.freeSpace(output.path)
    findings.append(
      Finding(
        subject: "free space", found: free.map { "\(MemoryEstimate(bytes: $0).text) for \(output.path)" } ?? "unknown",
        advice: free.map { $0 < Self.smallestFreeSpace } == true ? "Make room, or write elsewhere with --output." : nil)
    )
    findings.append(
      Finding(subject: "memory", found: MemoryEstimate(bytes: FileSystem.physicalMemory).text, advice: nil))
    findings.append(Finding(subject: "processors", found: String(FileSystem.processorCount), advice: nil))
    self.findings = findings
  }

  /// Whether nothing has to be done.
  var isWell: Bool { findings.allSatisfy(\.isWell) }

  /// How to get something with the package manager of this system.
  private static func installation(_ what: String, apt: String, brew: String) -> String {
    if ExecutableSearch.path(of: "apt-get") != nil { return "Install \(what): apt-get install \(apt)" }
    if ExecutableSearch.path(of: "brew") != nil { return "Install \(what): brew install \(brew)" }
    if ExecutableSearch.path(of: "dnf") != nil { return "Install \(what): dnf install \(brew)" }
    if ExecutableSearch.path(of: "pacman") != nil { return "Install \(what): pacman -S \(brew)" }
    return "Install \(what) with your package manager."
  }
}
