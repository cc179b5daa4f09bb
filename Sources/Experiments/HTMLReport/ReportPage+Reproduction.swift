internal import PluginKit

extension ReportPage {
  /// How to do the run again, and with what it was made.
  var reproduction: Markup {
    let command = request.map { request -> Markup in
      "<p>The command that asks for this run:</p>\n<pre><code>\(request.commandLine(program: program))</code></pre>\n"
    }
    let versions = run.versions.map { name, version -> Markup in
      "<tr><th scope=\"row\">\(name)</th><td>\(version)</td></tr>"
    }
    let seed = run.seed.map { seed -> Markup in "<tr><th scope=\"row\">seed</th><td>\(seed)</td></tr>" }
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
      \(Markup(lines: versions + [seed].compactMap(\.self)))</tbody>
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
