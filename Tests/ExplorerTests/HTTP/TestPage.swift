import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@testable import Explorer

/// The page as a browser sees it, without sockets.
struct TestPage: Sendable {
  let router: Router

  init(
    _ registry: PluginRegistry? = nil, files: [DatasetFile] = [], watching paths: [String] = [],
    limits: ExplorationLimits = .patient, atOnce: Int = 2, under basePath: String = ""
  ) throws {
    let watch = paths.isEmpty ? DatasetFileWatch(files) : try DatasetFileWatch(paths)
    let service = try ExplorationService(
      try DatasetOffer(registry ?? .builtIn(), watch), limits: limits,
      gnuplot: GnuplotProgram(timeLimit: unlimited), atOnce: atOnce, program: "dlnn-sim")
    router = Router(service, hosts: HostPolicy(listeningOn: "127.0.0.1"), under: basePath)
  }

  /// The query of a quick run.
  static let quick = "plugin=shark-bones&plugin=illusion&set=features%3D300&eta=3&epochs=60"

  /// The same as a request.
  static var quickRequest: RunRequest {
    var request = RunRequest()
    request.plugins = ["shark-bones", "illusion"]
    request.settings = ["features": "300"]
    (request.training.learningRate, request.training.epochs) = (3, 60)
    return request
  }

  func get(
    _ target: String, method: PageRequest.Method = .get,
    _ headers: PageRequest.Headers = PageRequest.Headers(hosts: ["localhost:8021"])
  ) async throws -> PageResponse {
    var request = try #require(PageRequest(method, target: target), "\(target) is not valid")
    request.headers = headers
    return await router.answer(request)
  }

  /// The answer to `/run`.
  func run(_ query: String = quick) async throws -> Told {
    let response = try await get("/run?" + query)
    #expect(response.status == 200, "\(response.text)")
    return try JSONDecoder().decode(Told.self, from: Data(response.body))
  }

  /// What a page reads from `/run`.
  struct Told: Decodable {
    let dataset: String
    let analysis: String
    let applicable: [String]
    let used: [String: String]
    let largestStableLearningRate: Double
    let effectiveLearningRate: Double
    let lastEpoch: Int
    let stages: [Stage]
    let shownEpoch: Int?
    let items: [String]
    let probe: String?
    let warnings: [Warning]
    let summary: [String]
    let details: [String]
    let diverged: Divergence?
    let figures: [Entry]
    let command: String
    let milliseconds: Times
    let fromMemory: Bool

    struct Stage: Decodable, Equatable {
      let epoch: Int
      let text: String
    }
    struct Divergence: Decodable {
      let epoch: Int
      let error: String
      let remedy: Remedy
    }
    struct Entry: Decodable {
      let name: String
      let key: String
      let animated: Bool
      let tables: [String]
    }
    struct Warning: Decodable {
      let text: String
      let remedies: [Remedy]
    }
    struct Times: Decodable {
      let training: Double
      let total: Double
    }
  }

  struct Remedy: Decodable {
    let label: String
    let set: [String: String?]
  }

  /// What a page reads from an error.
  struct Refusal: Decodable {
    let error: String
    let remedy: Remedy?
  }
}

extension ExplorationLimits {
  /// The default limits, but without a time limit.
  static var patient: ExplorationLimits {
    var limits = ExplorationLimits()
    limits.seconds = Int(unlimited.components.seconds)
    return limits
  }
}

extension PageResponse {
  var text: String { String(decoding: body, as: UTF8.self) }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.text }

  /// The sentence of an error.
  var refusal: TestPage.Refusal? {
    get throws { type == .json ? try JSONDecoder().decode(TestPage.Refusal.self, from: Data(body)) : nil }
  }
}
