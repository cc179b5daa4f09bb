import Foundation
import TestSupport
import Testing

/// A whole run with names that are special in gnuplot, XML, HTML, JSON or a shell: every written file can be parsed.
@Suite struct HostileNamesTests {
  private static let signs = [
    "'", "\"", "@", "`", "\\", "{", "}", "^", "_", "&", "~", "%", "$", "#", "<", ">", "]]>", "漢", "\u{301}", "א",
  ]
  /// Each sign at the beginning, in the middle, and at the end of a name; no name is longer than figures show.
  private static let items = signs.enumerated().map { index, sign in
    "\(sign)\(signs[(index + 1) % signs.count])@output\(sign)\(signs[(index + 7) % signs.count])"
  }
  private static let features =
    signs.enumerated().map { index, sign in "\(sign)\(signs[(index + 3) % signs.count])x\(sign)" } + [
      "\\U+0041", "&lt;b&gt;", "</script>", "<!--", "'n guapo", "$(touch owned)", "`touch owned`", "<img src=x>",
    ]

  private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

  /// - Parameter features: few enough that a figure shows all names.
  private func write(_ features: some Collection<String>, into folder: TemporaryFolder) throws {
    var lines = [(["item"] + features).map(Self.quoted).joined(separator: ",")]
    for (row, item) in Self.items.enumerated() {
      let values = (0..<features.count).map { (row * 7 + $0 * $0) % 3 == 0 ? "yes" : "no" }
      lines.append(([Self.quoted(item)] + values).joined(separator: ","))
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "names.csv")
    try folder.write("summary: \"<b>'@output'</b> & ]]>\"\ntable-file: names.csv\nepochs: 60\n", to: "names.yaml")
  }

  private func data(_ name: String, in folder: TemporaryFolder) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent(name))
  }

  /// Every text of a document, keys and values.
  private func texts(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let object as [String: Any]: object.flatMap { [$0.key] + texts(in: $0.value) }
    default: []
    }
  }

  @Test func everythingThatIsWrittenIsParsed() async throws {
    let folder = try TemporaryFolder()
    try write(Self.features.dropFirst(14), into: folder)
    let rest = try await BuiltProgram.run(
      "--dataset", "names.yaml", "--plugin", "data", "--quiet", "-o", "data", in: folder.path)
    #expect(rest.code == 0, "\(rest.errors)")
    try write(Self.features.prefix(14), into: folder)
    let run = try await BuiltProgram.run("--dataset", "names.yaml", "--quiet", "-o", "run", in: folder.path)
    #expect(run.code == 0, "\(run.errors)")

    let images = folder.files().filter { $0.hasSuffix(".svg") }
    #expect(images.count > 10)
    var labels: Set<String> = []
    for image in images {
      do {
        labels.formUnion(try ImageText(data(image, in: folder)).labels)
      } catch {
        Issue.record("\(image): \(error)")
      }
    }
    for name in Self.items { #expect(labels.contains(name), "the item \(name)") }
    for name in Self.features { #expect(labels.contains(name), "the feature \(name)") }

    let documents = folder.files().filter { $0.hasSuffix(".json") }
    #expect(documents.contains("run/run.json"))
    for document in documents {
      #expect(throws: Never.self, "\(document)") { try JSONSerialization.jsonObject(with: data(document, in: folder)) }
    }
    let record = texts(in: try JSONSerialization.jsonObject(with: data("run/run.json", in: folder)))
    #expect(record.contains { text in Self.items.allSatisfy { text.contains(Self.quoted($0)) } })

    #expect(!folder.has("run/owned") && !folder.has("owned") && !folder.has("run/names/owned"))
    let verified = try await BuiltProgram.run("verify", "run", in: folder.path)
    #expect(verified.code == 0 && verified.output.contains("all identical byte for byte"), "\(verified.output)")
    try await checkReport(in: folder, imageCount: images.count { $0.hasPrefix("run/") })
  }

  /// The images of a report are well-formed, its data are JSON with the names in it, and no name is markup.
  private func checkReport(in folder: TemporaryFolder, imageCount: Int) async throws {
    #expect(try await BuiltProgram.run("report", "run", in: folder.path).code == 0)
    let page = try folder.text("run/report.html")
    let images = page.components(separatedBy: "data:image/svg+xml;base64,").dropFirst()
    #expect(images.count == imageCount)
    for image in images {
      let bytes = try #require(Data(base64Encoded: String(image.prefix { $0 != "\"" })))
      #expect(throws: Never.self) { try ImageText(bytes) }
    }
    for markup in ["<b>", "<img src=x", "<!--", "]]>\"", "<\(Self.signs[15])@"] { #expect(!page.contains(markup)) }
    let scripts = page.components(separatedBy: "<script type=\"application/json\">").dropFirst()
    #expect(scripts.count == 1)
    for script in scripts {
      let content = script.components(separatedBy: "</script>")[0]
      let found = texts(in: try JSONSerialization.jsonObject(with: Data(content.utf8)))
      for name in Self.items { #expect(found.contains(name), "\(name)") }
    }
    // A name with markup appears escaped everywhere, except in data.
    let shown = page.components(separatedBy: "<script type=\"application/json\">")[0]
    for name in Self.items + Self.features where name.contains("<") || name.contains("&") {
      #expect(!shown.contains(name), "\(name)")
    }
  }

  @Test func asJSONOnStandardOutput() async throws {
    let folder = try TemporaryFolder()
    try write(Self.features, into: folder)
    let run = try await BuiltProgram.run(
      "--dataset", "names.yaml", "--plugin", "data", "--plugin", "rsa", "--json", "--format", "none", "-o", "run",
      in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
  }

  /// Characters that no image can contain are refused on reading, with the file, the line, the character and advice.
  @Test func whatNoImageCanHoldIsRefused() async throws {
    let folder = try TemporaryFolder()
    try folder.write("summary: Names\ntable-file: names.csv\n", to: "names.yaml")
    try folder.write("item,a,b\nDog,yes,no\n\"p\u{FFFF}q\",no,yes\n", to: "names.csv")
    let run = try await BuiltProgram.run("--dataset", "names.yaml", "-o", "run", in: folder.path)
    #expect(run.code == 65 && !folder.has("run"))
    #expect(
      run.foldedErrors.contains(
        "names.csv, line 3: The name of the item 'p\u{FFFD}q' has the character U+FFFF, which cannot be shown. Remove it."
      ),
      "\(run.foldedErrors)")
  }
}
