internal import Experiments
internal import Gnuplot
internal import GSL
internal import PluginKit
internal import Support

/// What is installed on this machine, to find out why a run or its figures fail.
struct Installation: Sendable {
  /// One checked item.
  struct Finding: Hashable, Sendable {
    /// What was checked.
    let subject: String
    /// What was found.
    let found: String
    /// What to do; nil if nothing is wrong.
    let advice: String?

    /// Whether nothing has to be done.
    var isWell: Bool { advice == nil }
  }

  /// Less free space than this needs advice: a default run writes 7 MB.
  private static let smallestFreeSpace = 50_000_000

  /// Everything that was checked, in the order of output.
  let findings: [Finding]

  /// Checks the machine.
  ///
  /// - Parameters:
  ///   - gnuplot: the program that draws the figures.
  ///   - output: the folder that runs would write to; it need not exist.
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
      // No advice: figures are animated only on request.
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
        advice: free.map { $0 < Self.smallestFreeSpace } == true
          ? "Free some space, or choose another folder with --output." : nil)
    )
    findings.append(
      Finding(subject: "memory", found: MemoryEstimate(bytes: FileSystem.physicalMemory).text, advice: nil))
    findings.append(Finding(subject: "processors", found: String(Processors.count), advice: nil))
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
