internal import LearningDynamics
internal import PluginKit

/// The page of a run: what stands where in the document.
package struct ReportPage {
  /// How a button plays a slider, in JavaScript: for the live page too.
  package static var playback: [UInt8] { PackageResources.playback_js }

  let run: RunRecord
  /// The datasets that the record tells of.
  let datasets: [DatasetRecord]
  let images: ReportImages
  /// By dataset; none for those without hidden layers.
  let similarities: [String: Similarity]
  /// What was asked for, if that can be read.
  let request: RunRequest?
  /// Identifiers of analyses in the order in which they are shown; others follow.
  let analysisOrder: [String]
  /// What the datasets of the program are, in a line, by their identifiers.
  let datasetSummaries: [String: String]
  let program: String
  let programVersion: String

  /// What there is of a dataset's matrices.
  enum Similarity {
    case states(SimilarityStates)
    case tooManyItems(Int)
    case noRoom
    case failed(String)
  }

  /// Nothing from elsewhere; styles, scripts and images only from the document itself.
  private static let policy: Markup =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The whole document, and how many figures it shows.
  ///
  /// - Complexity: linear in its size; beside it there is never more than one image in memory.
  func document() -> (markup: Markup, figureCount: Int) {
    let names = datasets.map(\.identifier)
    let subject = names.isEmpty ? "no dataset" : names.joined(separator: ", ")
    var page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      \(Markup(trusted: Array(RunDirectory.reportMark.utf8)))\(programVersion)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Deep linear networks: \(subject)</title>
      <style>
      \(Markup(trusted: PackageResources.report_css))</style>
      </head>
      <body>
      <header>
      <h1>How deep linear networks learn</h1>
      <p>A run of dlnn-sim on \(names.count == 1 ? "one dataset" : "\(names.count) datasets").</p>
      \(contents)</header>
      <main>
      \(notes)
      """
    page.reserve(datasets.reduce(1 << 16) { $0 + roughSize(of: $1) })
    var figureCount = appendMain(to: &page) ? 1 : 0
    for dataset in datasets { figureCount += append(dataset, to: &page) }
    page += reproduction
    page += glossary
    page += """
      </main>
      <script>
      \(Markup(trusted: PackageResources.report_js))\(Markup(trusted: Self.playback))</script>
      </body>
      </html>

      """
    return (page, figureCount)
  }

  private var contents: Markup {
    let links = datasets.map { dataset -> Markup in
      "<li><a href=\"#dataset-\(dataset.identifier)\">\(dataset.identifier)</a></li>"
    }
    let others: [Markup] = [
      "<li><a href=\"#again\">how to do it again</a></li>", "<li><a href=\"#words\">the words</a></li>",
    ]
    return """
      <nav aria-label="Contents"><ul>
      \(Markup(lines: links + others))</ul></nav>

      """
  }

  /// What a reader should know before looking at the figures.
  private var notes: Markup {
    var lines: [Markup] = (run.warnings?.value ?? []).map { "<li>\($0)</li>" }
    lines += run.damages.map {
      "<li>Part of the run’s record is damaged: \($0). What it says there is not shown here.</li>"
    }
    for failure in run.failures?.value ?? [] {
      let name = failure.analysis.map { "The analysis \($0) of \(failure.dataset)" } ?? failure.dataset
      lines.append("<li>\(name) was left out. \(failure.reason)</li>")
    }
    if let unfinished = run.unfinished?.value, !unfinished.isEmpty {
      lines.append(
        "<li>The run was interrupted before \(unfinished.joined(separator: ", ")), of which nothing is here.</li>")
    }
    for failure in images.drawing.failures {
      lines.append("<li>Figures are missing here. \(failure.text)</li>")
    }
    if lines.isEmpty { return Markup() }
    return """
      <section class="notes" aria-labelledby="notes">
      <h2 id="notes">To be known first</h2>
      <ul>
      \(Markup(lines: lines))</ul>
      </section>

      """
  }

  /// The words that stand in figures and findings.
  private var glossary: Markup {
    let entries = Glossary.entries.map { entry -> Markup in "<dt>\(entry.word)</dt><dd>\(entry.meaning).</dd>" }
    return """
      <section aria-labelledby="words">
      <h2 id="words">The words</h2>
      <dl>
      \(Markup(lines: entries))</dl>
      </section>

      """
  }

  /// About how many bytes a dataset takes in the document: a little more than it does.
  private func roughSize(of dataset: DatasetRecord) -> Int {
    let figures = dataset.readableAnalyses.values.flatMap(\.figures).map(\.name)
    var numbers = 0
    if case .states(let states)? = similarities[dataset.identifier] {
      // Four digits with a sign, a point, an exponent and a comma.
      numbers = 11 * states.epochs.count * SimilarityStates.size(items: states.items.count)
    }
    return numbers + Base64.length(of: images.size(dataset.identifier, figures)) + 500 * figures.count + 1 << 14
  }
}

extension ReportPage {
  /// How to do the run again, and with what it was made.
  var reproduction: Markup {
    let command = request.map { request -> Markup in
      "<p>The command that asks for this run:</p>\n<pre><code>\(request.commandLine(program: program))</code></pre>\n"
    }
    let made = run.versions?.value
    let programs = [
      ("dlnn-sim", run.program.version), ("GSL", made?.gsl), ("gnuplot", made?.gnuplot), ("Swift", made?.swift),
      ("seed", run.request?.value.map { "\($0.training.seed)" }),
    ]
    let versions = programs.compactMap { name, version -> Markup? in
      version.map { "<tr><th scope=\"row\">\(name)</th><td>\($0)</td></tr>" }
    }
    return """
      <section aria-labelledby="again">
      <h2 id="again">How to do it again</h2>
      \(command ?? Markup())<p>With the run’s folder, its record is enough, and the result can be compared file by file:</p>
      <pre><code>\(program) --from FOLDER --output ANOTHER
      \(program) verify FOLDER</code></pre>
      <p>On the machine that made it every table, script and image comes out the same to the last byte; elsewhere \
      <code>\(program) verify FOLDER --tolerance 1e-6</code> compares the numbers.</p>
      <table class="parameters">
      <caption>Made with</caption>
      <tbody>
      \(Markup(lines: versions))</tbody>
      </table>
      \(Markup(lines: (request?.datasetFiles ?? []).flatMap(texts)))</section>

      """
  }

  /// Longer texts are not for reading.
  private static var largestShownText: Int { 64 << 10 }

  /// A dataset file and its tables, without which the command cannot be given.
  private func texts(of file: DatasetFile) -> [Markup] {
    let all = [(file.name, file.text)] + file.tables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return all.map { name, text in
      text.utf8.count > Self.largestShownText
        ? "<p>\(name) is too long for this page; it is in the run’s record, run.json.</p>"
        : "<details><summary>\(name)</summary><pre><code>\(text)</code></pre></details>"
    }
  }
}

/// The words of the field, explained in a sentence each: one list for the report, the page and the reference documentation.
public enum Glossary {
  /// A word and what it means.
  public struct Entry: Encodable, Hashable, Sendable {
    /// The word.
    public let word: String
    /// Its meaning: a sentence without a full stop.
    public let meaning: String
  }

  /// The words, in the order in which a newcomer meets them.
  public static let entries: [Entry] = [
    ("item, feature", "what the network is asked about (a fish, a tree) and what it answers (has bones, can fly)"),
    ("epoch", "one step of learning: every item is shown once, and all weights are changed a little"),
    ("loss", "the mean squared error of all answers: 0 when everything is right"),
    (
      "mode",
      "a pattern in the data that is learned as one: some items, the features they share, and a strength (a singular value); all modes together are the data"
    ),
    ("half learned", "the epoch at which a mode has half of its final strength; strong modes come first"),
    ("stage", "modes that are learned at about the same time: the loss falls in a step"),
    ("plateau", "a value at which the loss or a prediction rests between two stages"),
    (
      "illusion",
      "a prediction that first moves away from the truth, because a strong mode says something that only a later mode corrects"
    ),
    ("on the wrong side", "further from the truth than at the start: for a target of −1 above 0, for +1 below"),
    ("converged", "close to the target from here on until the end"),
    ("probe", "the one prediction that is followed: a feature of an item"),
    (
      "learning rate η",
      "how much the weights change at each epoch; above the largest stable rate the loss bounces or diverges"
    ),
    (
      "effective learning rate ε",
      "2η divided by the number of all targets (items × features): what acts on the weights, so that 1/ε is the natural unit of time"
    ),
    (
      "initial scale γ",
      "how large the random weights are at the start: the smaller, the later and the clearer the stages"
    ),
    ("hidden layer", "the numbers between input and output, where the network represents the items"),
    (
      "without a hidden layer",
      "the same data learned by weights straight from input to output, for comparison: all modes begin at once, so there are no stages"
    ),
    ("end-to-end map", "all weight matrices multiplied: what the network answers to each input"),
    ("RSM", "representational similarity matrix: how alike the hidden layer represents each pair of items"),
    ("theory", "the exact course of learning, calculated from data and initial weights alone (dashed lines)"),
  ].map(Entry.init)
}
