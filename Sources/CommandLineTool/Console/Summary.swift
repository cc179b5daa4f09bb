internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The summary of a run for the console: every analysis in a few lines, then what to do next.
struct Summary {
  /// The whole text, in lines of at most 80 columns, except for paths.
  let text: String

  /// The summary should have at most this many lines; if they do not suffice, every analysis gets one line.
  private static let mostLines = 60
  /// The most lines of one analysis.
  private static let mostLinesOfAnalysis = 6

  /// - Parameters:
  ///   - result: the run.
  ///   - directory: its folder.
  ///   - format: the image format; nil for none.
  ///   - isWhole: whether to include everything, however long it is.
  init(_ result: RunResult, directory: String, format: ImageFormat?, isWhole: Bool) {
    let ending = Self.ending(result, directory: directory, format: format, isWhole: isWhole)
    if isWhole {
      text = (Self.findings(result, room: nil) + ending).joined(separator: "\n")
      return
    }
    var findings = Self.findings(result, room: 1)
    for room in 2...Self.mostLinesOfAnalysis {
      let roomier = Self.findings(result, room: room)
      guard roomier.count + ending.count <= Self.mostLines else { break }
      findings = roomier
    }
    text = (findings + ending).joined(separator: "\n")
  }

  /// - Parameter room: the most lines of an analysis; nil for no limit.
  private static func findings(_ result: RunResult, room: Int?) -> [String] {
    var lines: [String] = []
    // All networks of a run are the same, so they are described once.
    if result.datasets.count > 1, let plan = result.datasets.first?.plan.mainPlan {
      lines += ["\(result.datasets.count) datasets; \(plan.networkDescription), seed \(plan.seed)", ""]
    }
    for dataset in result.datasets {
      lines += TextWrapping.wrap(title(dataset.plan, isShort: result.datasets.count > 1)).lines
      let column = max(14, 4 + (dataset.words.map(\.analysis.count).max() ?? 0))
      // A sentence that several analyses share, such as why no theory is drawn, is printed once.
      var told: Set<String> = []
      for words in dataset.words {
        let isAlone = words.summary.isEmpty && dataset.words.count == 1
        let sentences = room == nil || isAlone ? words.summary + words.details : words.summary
        let entry = sentences.filter { told.insert($0).inserted }.enumerated().map { index, sentence in
          TextWrapping.entry(index == 0 ? "  " + words.analysis : "", sentence, column: column).lines
        }
        lines += cut(entry, to: room)
      }
      lines.append("")
    }
    return lines
  }

  /// As many whole sentences as fit, or the beginning of the first.
  private static func cut(_ sentences: [[String]], to room: Int?) -> [String] {
    guard let room else { return sentences.flatMap(\.self) }
    var lines: [String] = []
    for (index, sentence) in sentences.enumerated() {
      if lines.count + sentence.count > room {
        if index == 0 { lines = Array(sentence.prefix(room)) }
        let last = lines.removeLast()
        // Leave room for the ellipsis.
        let end = last.count > 78 ? last.lastIndex(of: " ") ?? last.endIndex : last.endIndex
        return lines + [last[..<end] + " …"]
      }
      lines += sentence
    }
    return lines
  }

  private static func ending(_ result: RunResult, directory: String, format: ImageFormat?, isWhole: Bool)
    -> [String]
  {
    let drawn = result.drawing.drawn
    let made =
      switch format {
      case nil: "\(result.figureCount) \(result.figureCount == 1 ? "script with its" : "scripts with their") tables"
      case let format?: "\(drawn.count) of \(result.figureCount) figures as \(format.rawValue.uppercased())"
      }
    var lines = ["Written to \(directory): \(made), and run.json."]
    if !isWhole { lines.append("All findings: --verbose, or run.json.") }
    if let format, let figure = result.mainFigure, drawn.contains(figure) {
      lines.append(NextStep.open(figure, in: directory, as: format))
    } else if result.figureCount > 0 {
      lines.append(NextStep.command("Draw the figures", "render", directory))
    }
    return lines + [NextStep.command("All on one page", "report", directory)]
  }

  private static func title(_ plan: DatasetPlan, isShort: Bool) -> String {
    let (dataset, main) = (plan.dataset, plan.mainPlan)
    let title =
      isShort
      ? main.shortTitle(of: dataset.identifier, items: dataset.itemCount, features: dataset.featureCount)
      : main.title(
        of: dataset.identifier, items: dataset.itemCount, features: dataset.featureCount,
        effectiveRate: plan.effectiveLearningRate)
    return title + (dataset.frequencyWords.map { "; \($0)" } ?? "")
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

/// The lines at the end of a command that suggest what to do next.
enum NextStep {
  /// "Open first: plots/latest/tree/loss.svg".
  static func open(_ figure: Drawing, in folder: String, as format: ImageFormat) -> String {
    "Open first: \(folder)/\(figure.image(format))"
  }

  /// "All on one page: dlnn-sim report plots/latest": a command that can be pasted into a shell.
  static func command(_ purpose: String, _ command: String, _ folder: String) -> String {
    "\(purpose): \(Program.name) \(command) \(ShellWord.quoted(folder))"
  }
}

extension RunEvent {
  /// The current step, for the progress line.
  var text: String {
    switch self {
    case .training(let dataset): "training on \(dataset)"
    case .written(let dataset, let figures, _):
      "\(dataset): trained, analysed, \(figures) script\(figures == 1 ? "" : "s") written"
    case .drawing(let done, let total): "drawing figures: \(done) of \(total)"
    }
  }

  /// The time of each part, if known: "training 5.21 ms".
  var phases: String? {
    guard case .written(_, _, let phases) = self else { return nil }
    return phases.times.map { "\($0.phase) \($0.time.text)" }.joined(separator: ", ")
  }

  /// Whether it completes a step.
  var isStep: Bool {
    switch self {
    case .training: false
    case .written: true
    case .drawing(let done, let total): done == total
    }
  }
}

extension Duration {
  /// "5.21 ms", "45.7 s"; with a space that does not break.
  var text: String {
    let milliseconds = self / .milliseconds(1)
    return milliseconds < 1000
      ? "\(milliseconds.significant(3))\u{A0}ms" : "\((milliseconds / 1000).significant(3))\u{A0}s"
  }
}
