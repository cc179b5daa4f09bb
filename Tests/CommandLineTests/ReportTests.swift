import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--plugin", "rsa", "--set", "features=100", "--eta", "2", "--epochs", "60",
    "--epoch", "20", "--quiet", "--output",
  ]

  private func run(into folder: TemporaryFolder, _ options: String...) async throws {
    let answer = try await BuiltProgram.run(Self.arguments + [folder.path("run")] + options)
    #expect(answer.code == 0, "\(answer.errors)")
  }

  /// The page is complete: it links to and loads nothing from elsewhere, and all its elements are closed.
  private func expectWhole(_ page: String) {
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
    for start in ["http:", "https:", "url(", "@import", "<link", "<iframe", "<svg", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(start), "\(start)")
    }
    for (attribute, allowed) in [("src=\"", "data:image/"), ("href=\"", "#")] {
      for value in page.components(separatedBy: attribute).dropFirst() { #expect(value.hasPrefix(allowed)) }
    }
    #expect(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"))
    for name in ["section", "table", "figure", "details", "script", "style", "ul", "p", "div", "button"] {
      let opened = page.components(separatedBy: "<\(name)>").count + page.components(separatedBy: "<\(name) ").count - 2
      #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
    let identifiers = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func oneFileWithEverything() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--plugin", "shark-bones")
    let answer = try await BuiltProgram.run("report", folder.path("run"))
    #expect(answer.code == 0 && answer.errors.isEmpty)
    #expect(answer.output.hasPrefix(folder.path("run/report.html") + ": ") && answer.output.hasSuffix("B\n"))
    let page = try folder.text("run/report.html")
    expectWhole(page)
    for dataset in ["tree", "shark-bones"] {
      #expect(page.contains("<a href=\"#dataset-\(dataset)\">") && page.contains("<h2 id=\"dataset-\(dataset)\">"))
      #expect(page.contains("id=\"similarity-\(dataset)\""))
    }
    let images = folder.files().filter { $0.hasSuffix(".svg") }
    #expect(images.count > 4)
    #expect(page.components(separatedBy: "<figure><img src=\"data:image/svg+xml;base64,").count == images.count + 1)
    let image = try Data(contentsOf: folder.url.appendingPathComponent("run/tree/loss.svg")).base64EncodedString()
    #expect(page.contains(image))
    let caption = try folder.text("run/tree/loss.gp").split(separator: "\n")[0].dropFirst("# loss: ".count)
    #expect(page.contains("alt=\"\(caption)\"><figcaption>\(caption)</figcaption>"))
    #expect(page.contains("<th scope=\"row\">seed</th><td>2021</td>"))
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 0)
  }

  /// A sentence, the main picture, then the rest; each dataset is described before its findings, and the glossary comes last.
  @Test func whatHappenedComesFirst() async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "shark-bones", "--set", "features=100", "--eta", "1", "--epochs", "40",
      "--plugin",
      "illusion", "--plugin", "modes", "--plugin", "loss", "--output", folder.path("run"))
    #expect(run.code == 0, "\(run.errors)")
    #expect(try await BuiltProgram.run("report", folder.path("run")).code == 0)
    let page = try folder.text("run/report.html")
    expectWhole(page)
    func place(_ text: String) throws -> String.Index { try #require(page.range(of: text), "\(text)").lowerBound }
    let order = [
      "<p class=\"story\"><strong>shark-bones.</strong> Shark has_bones: target −1; ",
      "alt=\"Prediction for Shark has_bones",
      "<h2 id=\"dataset-tree\">", "<h2 id=\"dataset-shark-bones\">",
      "<p class=\"overview\">Animals have bones, but the shark does not. 8 items, 101 features, one hidden layer of 30, η = 1,",
      "<h3>illusion</h3>", "<a href=\"#happened\">", "<caption>Settings</caption>", "<h2 id=\"words\">",
    ]
    let places = try order.enumerated().map { index, text in
      // The settings of the last dataset.
      index == 7 ? try #require(page.range(of: text, options: .backwards)).lowerBound : try place(text)
    }
    #expect(places == places.sorted())
    // The main picture is there once, with its caption below.
    #expect(page.components(separatedBy: "alt=\"Prediction for Shark has_bones").count == 2)
    let glossary = try await BuiltProgram.run("list", "--glossary").output
    for word in ["mode", "stage", "illusion", "converged", "similarity matrix"] {
      #expect(page.contains("<dt>\(word)</dt>") && glossary.contains("\n| \(word) | "))
    }
  }

  /// Names come from users, and others open the page.
  @Test func namesAreNeverMarkup() async throws {
    let folder = try TemporaryFolder()
    let names = [
      "</script><img src=x onerror=alert(1)>", "<!--<script>", "a\"b' onload='x", "R&amp;D & Søn", "𝒳 \\u003c",
    ]
    let rows = names.enumerated().map { index, name in
      "\"\(name.replacing("\"", with: "\"\""))\","
        + (0..<5).map { $0 == index || $0 == 4 ? "1" : "0" }.joined(separator: ",")
    }
    try folder.write("summary: <b>Names</b>\ntable-file: nasty.csv\n", to: "nasty.yaml")
    try folder.write("item,f0,f1,f2,<i>f3</i>,\"f\"\"4\"\n" + rows.joined(separator: "\n") + "\n", to: "nasty.csv")
    let run = try await BuiltProgram.run("--dataset", "nasty.yaml", "--quiet", "-o", "run", in: folder.path)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try await BuiltProgram.run("report", "run", in: folder.path).code == 0)
    let page = try folder.text("run/report.html")
    expectWhole(page)
    #expect(!page.contains("<img src=x") && !page.contains("<b>") && !page.contains("<i>") && !page.contains("<!--"))
    #expect(page.components(separatedBy: "<script").count == 3)
    let part = page.components(separatedBy: #"<script type="application/json">"#)[1]
    let json = try #require(part.components(separatedBy: "</script>").first)
    struct Named: Decodable { let items: [String] }
    #expect(try JSONDecoder().decode(Named.self, from: Data(json.utf8)).items == names)
    #expect(!json.contains("<") && !json.contains("&"))
  }

  @Test(arguments: ["pdf", "none", "png"]) func otherFormats(format: String) async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", format)
    let before = folder.files()
    #expect(try await BuiltProgram.run("report", folder.path("run"), "--quiet").output.isEmpty)
    let page = try folder.text("run/report.html")
    expectWhole(page)
    #expect(page.contains("<img src=\"data:image/\(format == "png" ? "png" : "svg+xml");base64,"))
    #expect(!page.contains("class=\"missing\""))
    // Nothing was drawn into the run.
    #expect(folder.files() == (before + ["run/report.html"]).sorted())
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 0)
  }

  @Test func withoutGnuplotItIsWrittenAllTheSame() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    let answer = try await BuiltProgram.run(["report", folder.path("run")], path: folder.path)
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot was not found on PATH. Install it"))
    let page = try folder.text("run/report.html")
    expectWhole(page)
    #expect(page.contains("Some figures are missing. gnuplot was not found") && page.contains("class=\"missing\""))
    #expect(page.contains("id=\"similarity-tree\"") && !page.contains("<img"))
    // Where all images are there, gnuplot is not needed.
    try await run(into: folder)
    #expect(try await BuiltProgram.run(["report", folder.path("run")], path: folder.path).code == 0)
  }

  /// A report may be all that is left of a run: a later run keeps it and says so.
  @Test func aLaterRunLeavesTheReport() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    #expect(try await BuiltProgram.run("report", folder.path("run")).code == 0)
    #expect(try await BuiltProgram.run("report", folder.path("run"), "-o", folder.path("run/mine.html")).code == 0)
    // Ours is replaced.
    #expect(try await BuiltProgram.run("report", folder.path("run")).code == 0)
    try folder.write("half", to: "run/.dlnn-sim-unfinished.abc/report.html")
    try folder.write("", to: "run/.dlnn-sim-unfinished.abc/.lock")
    let report = try folder.text("run/report.html")
    let later = try await BuiltProgram.run(
      Self.arguments.filter { $0 != "--quiet" } + [folder.path("run"), "--format", "none", "--seed", "3"])
    #expect(later.code == 0 && later.errors.contains("report.html still shows the earlier run"), "\(later.errors)")
    #expect(!folder.has("run/.dlnn-sim-unfinished.abc") && folder.has("run/mine.html"))
    #expect(try folder.text("run/report.html") == report)
    // It is made again from the current run.
    let again = try await BuiltProgram.run("report", folder.path("run"))
    #expect(again.code == 0)
    #expect(try folder.text("run/report.html") != report)
  }

  @Test(arguments: ["<!DOCTYPE html><title>mine</title>", "", "<meta name=\"generator\" content=\"dlnn-simulator 2\">"])
  func aForeignReportStays(text: String) async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    try folder.write(text, to: "run/report.html")
    let answer = try await BuiltProgram.run("report", folder.path("run"))
    #expect(answer.code == 73 && answer.foldedErrors.contains("was not written by this program"))
    try await run(into: folder, "--format", "none", "--seed", "3")
    #expect(try folder.text("run/report.html") == text)
    // Nothing else is overwritten either.
    let record = try folder.text("run/run.json")
    #expect(try await BuiltProgram.run("report", folder.path("run"), "-o", folder.path("run/run.json")).code == 73)
    #expect(try folder.text("run/run.json") == record)
  }

  @Test func whatCannotBeReadOrWritten() async throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path("nowhere"), "/dev/null"] {
      let answer = try await BuiltProgram.run("report", path)
      #expect(answer.code == 65 && answer.foldedErrors.contains("No run found in"), "\(answer.errors)")
    }
    try await run(into: folder, "--format", "none")
    for file in ["/proc/report.html", folder.path("nowhere/report.html"), folder.path("run"), "/dev/null"] {
      let answer = try await BuiltProgram.run("report", folder.path("run"), "--output", file)
      #expect(answer.code == 73 && answer.output.isEmpty, "\(answer.errors)")
    }
    #expect(try await BuiltProgram.run("report", folder.path("run"), "--output", "").code == 64)
    #expect(folder.files().allSatisfy { !$0.contains(".dlnn-sim-unfinished.") })
    try folder.write("{", to: "run/run.json")
    let damaged = try await BuiltProgram.run("report", folder.path("run"))
    #expect(damaged.code == 65 && damaged.foldedErrors.contains("is not the record of a run"))
    #expect(!folder.has("run/report.html"))
  }

  /// If only a part of a record can be read, that part is shown.
  @Test func aDamagedRequestLeavesTheRest() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    let record = try folder.text("run/run.json").replacing(#""engine" : "reduced","#, with: "")
    try folder.write(record, to: "run/run.json")
    let answer = try await BuiltProgram.run("report", folder.path("run"))
    #expect(answer.code == 0, "\(answer.errors)")
    let page = try folder.text("run/report.html")
    expectWhole(page)
    #expect(page.contains("could not be repeated here") && page.contains("id=\"similarity-tree\""))
  }

  @Test func divergenceAndWarningsAreTold() async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--plugin", "rsa", "--set", "features=100", "--eta", "500", "--format",
      "none", "--quiet", "--output", folder.path("run"))
    #expect(run.code == 70)
    #expect(try await BuiltProgram.run("report", folder.path("run")).code == 0)
    let page = try folder.text("run/report.html")
    expectWhole(page)
    #expect(page.contains("diverged at epoch") && page.contains("is above the largest stable one"))
  }
}
