internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// What a run found, for reading: what happened, then every analysis in a few lines, and in the end what to do next.
struct Summary {
  /// The whole text, lines of at most 80 columns but for paths.
  let text: String

  /// More lines than these are not read. Where they do not suffice, every analysis has a line.
  private static let mostLines = 60
  /// An analysis has at most so many of them.
  private static let mostLinesOfAnalysis = 6

  /// - Parameters:
  ///   - report: the run.
  ///   - directory: where it is.
  ///   - format: what images were made as; nil for none.
  ///   - isWhole: whether everything is told, however long it is.
  init(_ report: RunReport, directory: String, format: ImageFormat?, isWhole: Bool) {
    let ending = Self.ending(report, directory: directory, format: format, isWhole: isWhole)
    if isWhole {
      text = (Self.findings(report, room: nil) + ending).joined(separator: "\n")
      return
    }
    var findings = Self.findings(report, room: 1)
    for room in 2...Self.mostLinesOfAnalysis {
      let roomier = Self.findings(report, room: room)
      guard roomier.count + ending.count <= Self.mostLines else { break }
      findings = roomier
    }
    text = (findings + ending).joined(separator: "\n")
  }

  /// - Parameter room: the most lines of an analysis; nil for everything there is.
  private static func findings(_ report: RunReport, room: Int?) -> [String] {
    var lines: [String] = []
    // All networks of a run are alike: what they share is told once.
    if report.datasets.count > 1, let plan = report.datasets.first?.plan.mainPlan {
      lines += ["\(report.datasets.count) datasets; \(plan.networkDescription), seed \(plan.seed)", ""]
    }
    for dataset in report.datasets {
      lines += TextWrapping.wrap(title(dataset.plan, isShort: report.datasets.count > 1)).lines
      let column = max(14, 4 + (dataset.words.map(\.analysis.count).max() ?? 0))
      // What several analyses say in the same words, such as why no theory is drawn, is told once.
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

  /// As many whole sentences as there is room for, and of the first as much as there is.
  private static func cut(_ sentences: [[String]], to room: Int?) -> [String] {
    guard let room else { return sentences.flatMap(\.self) }
    var lines: [String] = []
    for (index, sentence) in sentences.enumerated() {
      if lines.count + sentence.count > room {
        if index == 0 { lines = Array(sentence.prefix(room)) }
        let last = lines.removeLast()
        // The mark needs room for itself.
        let end = last.count > 78 ? last.lastIndex(of: " ") ?? last.endIndex : last.endIndex
        return lines + [last[..<end] + " …"]
      }
      lines += sentence
    }
    return lines
  }

  private static func ending(_ report: RunReport, directory: String, format: ImageFormat?, isWhole: Bool)
    -> [String]
  {
    let drawn = report.drawing.drawn
    let made =
      switch format {
      case nil: "\(report.figureCount) \(report.figureCount == 1 ? "script with its" : "scripts with their") tables"
      case let format?: "\(drawn.count) of \(report.figureCount) figures as \(format.rawValue.uppercased())"
      }
    let all = isWhole ? "" : " with all findings (or --verbose)"
    var lines = ["Written to \(directory): \(made), and run.json\(all)."]
    if let format, let figure = report.mainFigure, drawn.contains(figure) {
      lines.append(NextStep.open(figure, in: directory, as: format))
    } else if report.figureCount > 0 {
      lines.append(NextStep.command("Draw the figures", "render", directory))
    }
    return lines + [NextStep.command("All on one page", "report", directory)]
  }

  private static func title(_ plan: DatasetPlan, isShort: Bool) -> String {
    let (dataset, main) = (plan.dataset, plan.mainPlan)
    return isShort
      ? main.shortTitle(of: dataset.identifier, items: dataset.itemCount, features: dataset.featureCount)
      : main.title(
        of: dataset.identifier, items: dataset.itemCount, features: dataset.featureCount,
        effectiveRate: plan.effectiveLearningRate)
  }
}

extension String {
  fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

/// The lines at the end of a command that say what to do with what it wrote.
enum NextStep {
  /// "Open first: plots/latest/tree/loss.svg".
  static func open(_ figure: Drawing, in folder: String, as format: ImageFormat) -> String {
    "Open first: \(folder)/\(figure.image(format))"
  }

  /// "All on one page: dlnn-sim report plots/latest": a command that a shell reads as it stands.
  static func command(_ purpose: String, _ command: String, _ folder: String) -> String {
    "\(purpose): \(Program.name) \(command) \(ShellWord.quoted(folder))"
  }
}

extension RunEvent {
  /// What is being done, for a progress line.
  var text: String {
    switch self {
    case .training(let dataset): "training on \(dataset)"
    case .written(let dataset, let figures, _):
      "\(dataset): trained, analysed, \(figures) script\(figures == 1 ? "" : "s") written"
    case .drawing(let done, let total): "drawing figures: \(done) of \(total)"
    }
  }

  /// The time of each part, where there are any: "training 5.21 ms".
  var phases: String? {
    guard case .written(_, _, let phases) = self else { return nil }
    return phases.times.map { "\($0.phase) \($0.time.text)" }.joined(separator: ", ")
  }

  /// Whether something is finished with it.
  var isStep: Bool {
    switch self {
    case .training: false
    case .written: true
    case .drawing(let done, let total): done == total
    }
  }
}

extension Duration {
  /// "5.21 ms", "45.7 s"; the unit stays on the number's line.
  var text: String {
    let milliseconds = self / .milliseconds(1)
    return milliseconds < 1000
      ? "\(milliseconds.significant(3))\u{A0}ms" : "\((milliseconds / 1000).significant(3))\u{A0}s"
  }
}
