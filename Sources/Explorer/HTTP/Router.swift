import Experiments
import Gnuplot
import PluginKit
internal import Support

/// Chooses the answer to a request. All paths are listed here.
struct Router: Sendable {
  let service: ExplorationService
  let hosts: HostPolicy
  /// The path under which the page is, "" or such as "/lecture"; a front server may also remove it from requests.
  let basePath: String
  /// The headers of every answer.
  let commonHeaders: [(name: String, text: String)]

  init(_ service: ExplorationService, hosts: HostPolicy, under basePath: String = "", framedBy origins: [String] = []) {
    (self.service, self.hosts, self.basePath) = (service, hosts, basePath)
    commonHeaders = PageResponse.commonHeaders(framedBy: origins)
  }

  /// The answer to a request, also for an error.
  func answer(_ request: PageRequest) async -> PageResponse {
    var request = request
    // The page's addresses are relative to a folder, so the path without its last slash leads there.
    if !basePath.isEmpty, request.path == basePath {
      var response = PageResponse(308, sentence: "The page is at \(basePath)/.")
      response.headers = [("Location", "\(basePath)/\(request.queryText)")]
      return refusal(of: request.moved(to: "/")) ?? response
    }
    if request.path.hasPrefix("\(basePath)/") {
      request = request.moved(to: String(request.path.dropFirst(basePath.count)))
    }
    if let refusal = refusal(of: request) { return refusal }
    if let asset = Asset.all[request.path] { return asset.answer(ifOtherThan: request.headers.known) }
    do {
      var response = try await computed(request)
      response.headers.append(("Cache-Control", "no-store"))
      return response
    } catch {
      return Self.answer(to: error)
    }
  }

  /// The refusal of a request that must not be processed; nil for any other.
  private func refusal(of request: PageRequest) -> PageResponse? {
    guard request.headers.hosts.count == 1, request.headers.hosts.allSatisfy(hosts.allows) else {
      return PageResponse(403, sentence: "Unknown host name. \(hosts.advice)")
    }
    guard request.method != .other else {
      var response = PageResponse(405, sentence: "Method not allowed. Use GET or HEAD.")
      response.headers = [("Allow", "GET, HEAD")]
      return response
    }
    // Another site, or another program's page on this machine, may only link to the page. With browsers that do not say
    // where a request comes from, another site can make the program work, but cannot read its answers.
    guard Asset.all[request.path] != nil || ["same-origin", "none", nil].contains(request.headers.fetchSite) else {
      return PageResponse(403, sentence: "Other sites may only link to this page.")
    }
    return nil
  }

  private func computed(_ request: PageRequest) async throws -> PageResponse {
    let parts = request.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if request.path == "/catalogue" {
      let catalogue = ExplorerCatalogue(
        try service.offer.content().registry, limits: service.limits, program: service.program)
      return PageResponse(200, .json, Array(try JSONText.of(catalogue).utf8))
    }
    if request.path == "/run" {
      let (state, asker) = try read(request)
      return PageResponse(200, .json, Array(try JSONText.of(try await service.run(state, for: asker)).utf8))
    }
    guard parts.count == 2, let dot = parts[1].lastIndex(of: ".") else { throw Self.nothing(at: request.path) }
    let (name, ending) = (String(parts[1][..<dot]), String(parts[1][dot...].dropFirst()))
    guard Figure.isFileName(name) else { throw Self.nothing(at: request.path) }
    let (state, asker) = try read(request)
    switch (parts[0], ending) {
    case ("files", _):
      let file = try await service.attachment("\(name).\(ending)", of: state, for: asker)
      return PageResponse(200, .bytes, file.bytes).saved(as: file.fileName)
    case ("figures", "gp"):
      let figure = try await service.figure(name, of: state, for: asker).figure
      let script = try await ComputingThreads.run { try figure.script() }
      return PageResponse(200, .text, Array(script.utf8)).saved(as: "\(name).gp")
    case ("tables", "tsv"):
      let table = try await service.table(name, of: state, for: asker)
      let text = try await ComputingThreads.run { try table.text() }
      return PageResponse(200, .table, Array(text.utf8)).saved(as: "\(name).tsv")
    case ("figures", _):
      guard let format = ImageFormat(rawValue: ending == ImageFormat.animationEnding ? "svg" : ending) else { break }
      let figure = try await service.figure(name, of: state, for: asker)
      guard (figure.figure.animation != nil) == (ending == ImageFormat.animationEnding) else { break }
      let image = try await service.image(of: figure, as: format, for: asker)
      let response = PageResponse(200, Self.types[ending] ?? .svg, image)
      return request.query.contains { $0.name == "save" } ? response.saved(as: "\(name).\(ending)") : response
    default: break
    }
    throw Self.nothing(at: request.path)
  }

  private static let types: [String: PageResponse.MediaType] = ["svg": .svg, "png": .png, "pdf": .pdf, "gif": .gif]

  /// The page's state in a query, and the page that asks.
  private func read(_ request: PageRequest) throws -> (PageState, ExplorationService.Asker) {
    let own = ["page", "turn", "save"]
    let offer = try service.offer.content()
    let state = try PageState(
      request.query.filter { !own.contains($0.name) }, registry: offer.registry, files: offer.files)
    if let problem = offer.problems[state.dataset.description.identifier] { throw problem }
    let page = request.query.first { $0.name == "page" }?.text ?? ""
    let turn = request.query.first { $0.name == "turn" }.flatMap { Int($0.text) } ?? 0
    return (state, ExplorationService.Asker(page: String(page.prefix(64)), turn: page.isEmpty ? 0 : turn))
  }

  private static func nothing(at path: String) -> ExplorationError {
    ExplorationError("'\(path.prefix(100))' not found.", status: 404)
  }

  private static func answer(to error: any Error) -> PageResponse {
    let error = ExplorationError(describing: error)
    let text = (try? JSONText.of(error)) ?? "{}"
    var response = PageResponse(error.status, .json, Array(text.utf8))
    response.headers = [("Cache-Control", "no-store")]
    if [429, 503].contains(error.status) { response.headers.append(("Retry-After", "1")) }
    return response
  }
}

/// The host names under which the page is served.
///
/// Another website can let its own name point to this machine, so that its scripts could read this page (DNS rebinding).
/// The browser still sends that name, so only names that always mean this machine are accepted.
struct HostPolicy: Sendable {
  private let names: Set<String>
  private let takesAddresses: Bool
  /// What to do about a name that is not accepted.
  let advice: String

  static let usualAdvice = "Open the page at an address that the program printed."

  /// - Parameters:
  ///   - address: the address to listen on.
  ///   - allowed: additional names.
  ///   - advice: what to do about a name that is not accepted.
  init(listeningOn address: String, allowed: [String] = [], advice: String = usualAdvice) {
    self.advice = advice
    let own = address.contains(":") ? "[\(address)]" : address
    names = Set((["localhost", "127.0.0.1", "[::1]", own] + allowed).map { $0.lowercased() })
    // Nobody can let a numeric address point elsewhere.
    takesAddresses = !Self.isLoopback(address)
  }

  /// Whether only programs on this machine can reach an address.
  static func isLoopback(_ address: String) -> Bool {
    ["localhost", "::1"].contains(address) || (address.hasPrefix("127.") && isNumeric(address))
  }

  /// Whether a `Host` header has one of the names. The port is ignored because it may be forwarded.
  func allows(_ host: String) -> Bool {
    guard let name = Self.name(in: host.lowercased()) else { return false }
    return names.contains(name) || (takesAddresses && (name.hasPrefix("[") || Self.isNumeric(name)))
  }

  /// The part before the port, with the brackets of an IPv6 address.
  private static func name(in host: String) -> String? {
    let end =
      host.hasPrefix("[") ? host.firstIndex(of: "]").map(host.index(after:)) : host.firstIndex(of: ":") ?? host.endIndex
    guard let end else { return nil }
    let port = host[end...]
    let isPort = port.isEmpty || (port.first == ":" && isNumber(port.dropFirst(), UInt16.self))
    return isPort ? String(host[..<end]) : nil
  }

  private static func isNumeric(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { isNumber($0, UInt8.self) }
  }

  /// Whether a text has digits only, without a sign, and fits the type.
  private static func isNumber<Number: FixedWidthInteger>(_ text: Substring, _ type: Number.Type) -> Bool {
    Number(text) != nil && text.utf8.first != UInt8(ascii: "+") && text.utf8.first != UInt8(ascii: "-")
  }
}
