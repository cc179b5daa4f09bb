public import PluginKit

extension RunPlan {
  /// The plan of a run that is in a folder, perhaps changed.
  ///
  /// - Parameters:
  ///   - directory: the folder.
  ///   - registry: the plugins there are.
  ///   - change: makes another request of the recorded one. Where it chooses other plugins, recorded settings that none of
  ///     these has are left out.
  /// - Throws: `RunDirectoryError` for a folder without a run, and ``RunDirectoryError/notRepeatable(path:reason:)`` for a
  ///   record that by itself asks for what cannot be done here; what `change` throws, and what a plan does.
  public init(
    repeating directory: RunDirectory, registry: PluginRegistry, change: (RunRequest) throws -> RunRequest = { $0 }
  ) throws {
    let recorded = try directory.request()
    do {
      var request = try change(recorded)
      if request.names != recorded.names {
        let known = Set(
          try PluginSelection(request.names, from: registry.including(request.datasetFiles)).parameters.map(\.name))
        request.settings = request.settings.filter { known.contains($0.key) || recorded.settings[$0.key] != $0.value }
      }
      self = try RunPlan(request, registry: registry)
    } catch {
      if let damage = Self.problem(with: recorded, registry) {
        throw RunDirectoryError.notRepeatable(path: directory.recordPath, reason: "\(damage)")
      }
      throw error
    }
  }

  /// Why a request cannot be planned, nil if it can.
  private static func problem(with request: RunRequest, _ registry: PluginRegistry) -> (any Error)? {
    do {
      _ = try RunPlan(request, registry: registry)
      return nil
    } catch {
      return error
    }
  }
}
