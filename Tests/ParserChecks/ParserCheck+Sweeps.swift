internal import BuiltInPlugins
internal import Foundation
internal import PluginKit
internal import Sweeps

extension ParserCheck {
  /// What is accepted has values that read back the same from a list, and makes a sweep whose runs all have a place.
  static func sweep(_ text: String) -> String? {
    // Long lists take as long as a thousand other inputs, and are read like short ones; longer ones are refused.
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    if numbers.contains(where: (2_000...100_000).contains) { return nil }
    for line in text.split(separator: "\n") {
      guard let axis = try? SweepAxis(String(line), declarations: sweepSettings) else { continue }
      guard axis.values.count > 0 else { return "\(line) has no values" }
      // A value with a semicolon cannot be in a list, and invalid numbers are refused later.
      guard case .list(let values) = axis.values, values.count <= 1000 else { continue }
      guard Set(values).count == values.count else { return "\(line) has a value twice" }
      let again = try? SweepAxis("\(axis.name)=\(values.joined(separator: ";"))", declarations: sweepSettings)
      guard values.count == 1 || again == axis else { return "\(line) reads back as \(String(describing: again))" }
    }
    guard let plan = try? sweepPlan(text) else { return nil }
    let product = plan.axes.reduce(1) { $0 * $1.values.count }
    guard plan.count == product, plan.count == plan.sharedCount * plan.ownCount else { return "runs are lost" }
    do {
      let stored = try JSONDecoder().decode(SweepRequest.self, from: JSONEncoder().encode(plan.request))
      return stored == plan.request ? nil : "\(plan.request) is stored as \(stored)"
    } catch {
      return "\(error)"
    }
  }

  /// The sweep that lines ask for, each an argument of `--vary`.
  static func sweepPlan(_ text: String) throws -> SweepPlan {
    var request = SweepRequest()
    request.vary = text.split(separator: "\n").map(String.init)
    return try SweepPlan(request, registry: sweepRegistry())
  }

  /// What is accepted is a sweep that can be planned, or refused with a reason.
  static func sweepRecord(_ bytes: [UInt8]) -> String? {
    guard let request = SweepFolder.request(in: bytes) else { return nil }
    do {
      let plan = try SweepPlan(request, registry: sweepRegistry())
      return plan.count > 0 ? nil : "a sweep of nothing"
    } catch {
      return "\(error)".isEmpty ? "refused without a reason" : nil
    }
  }

  /// Made once: reading the built-in files takes far longer than any of these checks.
  static let builtIn = Result { try PluginRegistry.builtIn() }

  private static func sweepRegistry() throws -> PluginRegistry { try builtIn.get() }

  private static let sweepSettings: [String: ParameterDeclaration] = {
    let parameters = (try? builtIn.get())?.datasets.first?.description.parameters ?? []
    return Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0) })
  }()
}
