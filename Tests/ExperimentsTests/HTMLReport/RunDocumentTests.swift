import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// What a document holds, as a browser's script would find it.
@Suite struct RunDocumentTests {
  /// The states in the document, by the order of its datasets.
  struct States: Decodable {
    let items: [String]
    let epochs: [Int]
    let losses: [Double?]
    let low: Double
    let high: Double
    let colors: [String]
    let entries: [[Double]]

    static func all(in document: String) throws -> [States] {
      let parts = document.components(separatedBy: #"<script type="application/json">"#).dropFirst()
      return try parts.map { part in
        let text = try #require(part.components(separatedBy: "</script>").first)
        return try JSONDecoder().decode(States.self, from: Data(text.utf8))
      }
    }
  }

  private func run(into folder: TemporaryFolder, _ change: (inout RunRequest) throws -> Void = { _ in }) async throws {
    var request = RunRequest()
    request.plugins = ["tree", "rsa", "loss"]
    request.settings = ["features": "200"]
    request.training.epochs = 300
    request.training.learningRate = 14
    request.format = nil
    try change(&request)
    let plan = try RunPlan(request, registry: .builtIn())
    _ = try await Experiment(plan, into: RunDirectory(folder.path), programVersion: "0").run()
  }

  private func document(
    of folder: TemporaryFolder, registry: PluginRegistry? = nil, mostNumbers: Int = RunDocument.mostNumbers
  ) async throws -> String {
    _ = try await RunDocument(
      of: RunDirectory(folder.path), registry: registry ?? .builtIn(), programVersion: "0", mostNumbers: mostNumbers)
    return try folder.text("report.html")
  }

  /// The states of a document agree with the tables of its run to four digits: rounding to four digits is off by at most
  /// five units in the fifth.
  private func expectAgreement(_ states: States, with folder: TemporaryFolder, _ dataset: String) throws {
    let stem = "\(dataset)/rsm-epoch-"
    let files = folder.files().filter { $0.hasPrefix(stem) }
    #expect(files.count > 1)
    for file in files {
      let epoch = try #require(Int(file.dropFirst(stem.count).dropLast(4)))
      let table = try Table(name: "rsm", text: try folder.text(file))
      #expect(table.header == states.items)
      let place = try #require(states.epochs.firstIndex(of: epoch))
      let count = table.header.count
      let triangle = (0..<count).flatMap { row in (row..<count).map { table.values[row * count + $0] } }
      #expect(triangle.count == states.entries[place].count)
      for (exact, kept) in zip(triangle, states.entries[place]) {
        #expect((exact - kept).magnitude <= 5.0001e-4 * exact.magnitude)
      }
    }
  }

  @Test func theSlidersNumbersAreThoseOfTheRun() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    let all = try States.all(in: try await document(of: folder))
    #expect(all.count == 1)
    let states = try #require(all.first)
    #expect(states.epochs == Array(0...300) && states.entries.count == 301 && states.losses.count == 301)
    try expectAgreement(states, with: folder, "tree")
    let trajectory = try Table(name: "trajectory", text: try folder.text("tree/trajectory.tsv"))
    for (exact, kept) in zip(try #require(trajectory.column("loss")), states.losses) {
      #expect((exact - (kept ?? .nan)).magnitude <= 5.0001e-4 * exact.magnitude)
    }
    let entries = Array(states.entries.joined())
    #expect(states.high == entries.map(\.magnitude).max())
    if let smallest = entries.min(), smallest < -1e-6 * states.high {
      #expect(states.low == -states.high && states.colors.count == 5 && states.colors[2] == "#ffffff")
    } else {
      #expect(states.low == 0 && states.colors.count == 9 && states.colors[0] == "#440154")
    }
  }

  @Test func theShownLayerAndOnlyNetworksThatHaveOne() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder) { request in
      request.training.hiddenWidths = [12, 9]
      request.settings["layer"] = "2"
    }
    let deep = try await document(of: folder)
    try expectAgreement(try #require(try States.all(in: deep).first), with: folder, "tree")
    #expect(deep.contains("in layer 2 of 2"))
    let flat = try TemporaryFolder()
    try await run(into: flat) { request in
      request.plugins = ["tree", "loss"]
      request.training.hiddenWidths = []
    }
    #expect(try States.all(in: try await document(of: flat)).isEmpty)
  }

  @Test func tooManyNumbersAreThinned() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    let page = try await document(of: folder, mostNumbers: 38 * 60)
    let states = try #require(try States.all(in: page).first)
    #expect(states.epochs.count <= 60 && states.epochs.first == 0 && states.epochs.last == 300)
    #expect(page.contains("To keep the page small, only some of the 301 epochs"))
    try expectAgreement(states, with: folder, "tree")
    let none = try await document(of: folder, mostNumbers: 38)
    #expect(try States.all(in: none).isEmpty && none.contains("are too large for this page"))
  }

  /// Without the plugin that made a run, its tables are used.
  @Test func whatCannotBeRepeatedIsReadFromTables() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    let page = try await document(of: folder, registry: try PluginRegistry(datasets: [], analyses: []))
    let states = try #require(try States.all(in: page).first)
    #expect(states.epochs.count < 10 && states.losses.allSatisfy { $0 != nil })
    #expect(page.contains("could not be repeated here") && page.contains("Unknown plugin"))
    try expectAgreement(states, with: folder, "tree")
    // A damaged table is left out.
    let file = try #require(folder.files().first { $0.hasPrefix("tree/rsm-epoch-") })
    try folder.write("a\tb\n1\t2\n", to: file)
    let fewer = try await document(of: folder, registry: try PluginRegistry(datasets: [], analyses: []))
    #expect(try States.all(in: fewer).count == 1)
  }

  /// A folder from somebody else cannot make other files part of a report.
  @Test func linksAreNotFollowed() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder) { $0.format = .svg }
    try folder.write("<svg>secret</svg>", to: "secret")
    try FileManager.default.removeItem(atPath: folder.path("tree/loss.svg"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("tree/loss.svg"), withDestinationPath: folder.path("secret"))
    let page = try await document(of: folder)
    #expect(!page.contains(Data("<svg>secret</svg>".utf8).base64EncodedString()))
  }

  /// The same run gives the same document.
  @Test func isReproducible() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    let first = try await document(of: folder)
    #expect(try await document(of: folder) == first)
  }
}
