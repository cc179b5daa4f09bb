import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import TestSupport
import Testing

@testable import Explorer

/// Pictures, scripts and tables are those that a run writes, byte for byte.
@Suite(.timeLimit(.minutes(120))) struct FigureTests {
  private func written(_ request: RunRequest) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let plan = try RunPlan(request, registry: .builtIn())
    let gnuplot = GnuplotProgram(timeLimit: unlimited)
    _ = try await Experiment(plan, into: RunDirectory(folder.path), gnuplot: gnuplot, programVersion: "0").run()
    return folder
  }

  @Test func areThoseOfARun() async throws {
    let (page, folder) = (try TestPage(), try await written(TestPage.quickRequest))
    let told = try await page.run()
    #expect(told.figures.contains { $0.name == "illusion" })
    for figure in told.figures {
      let image = try await page.get("/figures/\(figure.name).svg?" + TestPage.quick)
      #expect(image.status == 200 && image.type == .svg && image.header("Content-Disposition") == nil)
      #expect(try image.text == folder.text("shark-bones/\(figure.name).svg"))
      let script = try await page.get("/figures/\(figure.name).gp?" + TestPage.quick)
      #expect(try script.text == folder.text("shark-bones/\(figure.name).gp"))
      #expect(script.header("Content-Disposition") == "attachment; filename=\"\(figure.name).gp\"")
      #expect(!figure.tables.isEmpty)
      for table in figure.tables {
        let answer = try await page.get("/tables/\(table).tsv?" + TestPage.quick)
        #expect(try answer.text == folder.text("shark-bones/\(table).tsv"))
      }
    }
  }

  /// Another epoch of a cached training is shown as in a run with `--epoch`.
  @Test func ofAnotherEpochToo() async throws {
    let page = try TestPage()
    let query = "plugin=tree&plugin=rsa&set=features%3D300&eta=3&epochs=60"
    _ = try await page.run(query)
    #expect(try await page.run(query + "&epoch=33").milliseconds.training == 0)
    var request = TestPage.quickRequest
    request.plugins = ["tree", "rsa"]
    request.shownEpochs = [33]
    let folder = try await written(request)
    #expect(try await page.get("/figures/rsa.svg?\(query)&epoch=33").text == folder.text("tree/rsa.svg"))
    #expect(try await page.get("/figures/rsa.svg?\(query)").text != folder.text("tree/rsa.svg"))
  }

  @Test func otherFormats() async throws {
    let page = try TestPage()
    let png = try await page.get("/figures/illusion.png?save=1&" + TestPage.quick)
    #expect(png.type == .png && png.body.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(png.header("Content-Disposition") == "attachment; filename=\"illusion.png\"")
    let pdf = try await page.get("/figures/illusion.pdf?" + TestPage.quick)
    #expect(pdf.type == .pdf && pdf.text.hasPrefix("%PDF-"))
    let query = "plugin=tree&plugin=rsa&set=features%3D100&eta=1&epochs=12&set=animation%3Dyes"
    let moving = try #require(try await page.run(query).figures.first(where: \.animated))
    let gif = try await page.get("/figures/\(moving.name).gif?" + query)
    #expect(gif.type == .gif && gif.body.starts(with: Array("GIF89a".utf8)))
    // An animation is a GIF only, any other figure never is.
    #expect(try await page.get("/figures/\(moving.name).svg?" + query).status == 404)
    #expect(try await page.get("/figures/rsa.gif?" + query).status == 404)
  }

  @Test(arguments: [
    "/figures/nothing.svg", "/figures/illusion.exe", "/figures/illusion", "/figures/illusion.", "/figures/.svg",
    "/figures/../x", "/figures/../figures/illusion.svg", "/figures/%2e%2e%2fx.svg", "/figures/..%5Cx.svg",
    "/figures//illusion.svg", "/figures/illusion.svg/", "/figures/illusion%00.svg", "/figures/illusion'.svg",
    "/figures/%22illusion%22.svg", "/figures/illusion%0a.svg", "/figures/Illusion.svg", "/figures/-e.svg",
    "/figures/illusion.svg.svg", "/figures/illusion.tsv", "/tables/illusion.gp", "/tables/nothing.tsv",
    "/tables/../../etc/passwd", "/etc/passwd", "/figures/", "/figures", "/run/", "/Run", "//", "/index.html",
    "/.git/config",
    "/figures/\(String(repeating: "a", count: 5000)).svg",
  ])
  func nothingElseIsThere(target: String) async throws {
    guard let request = PageRequest(.get, target: target + "?" + TestPage.quick) else {
      #expect(target.contains("%00"))
      return
    }
    var allowed = request
    allowed.headers.hosts = ["localhost"]
    let response = try await TestPage().router.answer(allowed)
    #expect(response.status == 404 && response.type == .json)
    #expect(try #require(try response.refusal?.error).utf8.count < 300)
  }
}
