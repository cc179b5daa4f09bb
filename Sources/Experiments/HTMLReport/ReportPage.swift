internal import LearningDynamics
internal import PluginKit

/// The HTML document of a run.
package struct ReportPage {
  /// JavaScript with which a button plays a slider; the live page uses it too.
  package static var playback: [UInt8] { PackageResources.playback_js }

  let run: RunRecord
  /// The datasets in the record.
  let datasets: [DatasetRecord]
  let images: ReportImages
  /// By dataset; none for networks without a hidden layer.
  let similarities: [String: Similarity]
  /// The request, if it can be read.
  let request: RunRequest?
  /// Identifiers of analyses in the order in which they are shown; any others follow.
  let analysisOrder: [String]
  /// A one-line summary of each dataset of the program, by identifier.
  let datasetSummaries: [String: String]
  let program: String
  let programVersion: String

  /// A dataset's similarity matrices, or why they are not shown.
  enum Similarity {
    case states(SimilarityStates)
    case tooManyItems(Int)
    case noRoom
    case failed(String)
  }

  /// Nothing is loaded from elsewhere: styles, scripts and images come from the document itself.
  private static let policy: Markup =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The whole document, and how many figures it shows.
  ///
  /// - Complexity: linear in its size; at most one image is in memory besides it.
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
      "<li><a href=\"#again\">Reproduce this run</a></li>", "<li><a href=\"#words\">Glossary</a></li>",
    ]
    return """
      <nav aria-label="Contents"><ul>
      \(Markup(lines: links + others))</ul></nav>

      """
  }

  /// Warnings, damages and failures that a reader should know before looking at the figures.
  private var notes: Markup {
    var lines: [Markup] = (run.warnings?.value ?? []).map { "<li>\($0)</li>" }
    lines += run.damages.map {
      "<li>Part of the run’s record is damaged: \($0). The damaged part is not shown here.</li>"
    }
    for failure in run.failures?.value ?? [] {
      let name = failure.analysis.map { "The analysis \($0) of \(failure.dataset)" } ?? failure.dataset
      lines.append("<li>\(name) was left out. \(failure.reason)</li>")
    }
    if let unfinished = run.unfinished?.value, !unfinished.isEmpty {
      lines.append(
        "<li>The run was interrupted. Not finished, so not shown: \(unfinished.joined(separator: ", ")).</li>")
    }
    for failure in images.drawing.failures {
      lines.append("<li>Some figures are missing. \(failure.text)</li>")
    }
    if lines.isEmpty { return Markup() }
    return """
      <section class="notes" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <ul>
      \(Markup(lines: lines))</ul>
      </section>

      """
  }

  private var glossary: Markup {
    let entries = Glossary.entries.map { entry -> Markup in "<dt>\(entry.word)</dt><dd>\(entry.meaning).</dd>" }
    return """
      <section aria-labelledby="words">
      <h2 id="words">Glossary</h2>
      <dl>
      \(Markup(lines: entries))</dl>
      </section>

      """
  }

  /// Roughly how many bytes a dataset takes in the document, rounded up.
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
  /// How to reproduce the run, and the versions it was made with.
  var reproduction: Markup {
    let command = request.map { request -> Markup in
      "<p>This command makes the run:</p>\n<pre><code>\(request.commandLine(program: program))</code></pre>\n"
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
      <h2 id="again">Reproduce this run</h2>
      \(command ?? Markup())<p>If you have the run’s folder, you can repeat the run from its record and compare the files:</p>
      <pre><code>\(program) --from FOLDER --output ANOTHER
      \(program) verify FOLDER</code></pre>
      <p>On the machine that made the run, every table, script and image is identical to the last byte. On another \
      machine, <code>\(program) verify FOLDER --tolerance 1e-6</code> compares the numbers.</p>
      <table class="parameters">
      <caption>Versions and seed</caption>
      <tbody>
      \(Markup(lines: versions))</tbody>
      </table>
      \(Markup(lines: (request?.datasetFiles ?? []).flatMap(texts)))</section>

      """
  }

  /// The largest text to include: a longer one is not readable on a page.
  private static var largestShownText: Int { 64 << 10 }

  /// A dataset file and its tables: the command needs them.
  private func texts(of file: DatasetFile) -> [Markup] {
    let all = [(file.name, file.text)] + file.tables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return all.map { name, text in
      text.utf8.count > Self.largestShownText
        ? "<p>\(name) is too long for this page; it is in the run’s record, run.json.</p>"
        : "<details><summary>\(name)</summary><pre><code>\(text)</code></pre></details>"
    }
  }
}
