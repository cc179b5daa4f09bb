internal import LearningDynamics
internal import Support

/// The phases of a dataset file: a list with a group of keys for each, which are those of ``PhaseKey``.
struct DocumentPhases: Sendable {
  private(set) var settings: [PhaseSettings] = []
  /// The tables with targets, by their names.
  private(set) var tables: [String: String] = [:]

  /// None.
  init() {}

  /// Reads them.
  ///
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  init(_ keys: DocumentKeys, of file: DatasetFile, items: [String]) throws(DatasetFileError) {
    for (phase, node) in try Self.phases(keys) {
      if let name = phase.namedItems.first(where: { !items.contains($0) }) {
        throw keys.refuse(node, SampledDocument.adviceOnUnknown(name, among: items))
      }
      if let name = phase.targetsFile {
        guard let text = file.tables[name] else {
          throw keys.refuse(node, "The folder of this file has no file '\(name.shortened)'.")
        }
        tables[name] = text
      }
      settings.append(phase)
    }
  }

  /// The names of the tables that the phases need, and the lines of the phases.
  static func tableFiles(_ keys: DocumentKeys) throws(DatasetFileError) -> [(name: String, line: Int)] {
    try phases(keys).compactMap { phase, node in phase.targetsFile.map { ($0, node.line) } }
  }

  private static func phases(
    _ keys: DocumentKeys
  ) throws(DatasetFileError) -> [(settings: PhaseSettings, node: DocumentNode)] {
    guard let node = keys[.phases] else { return [] }
    guard case .list(let list) = node.content else { throw keys.refuse(.phases, node) }
    guard !list.isEmpty else {
      throw keys.refuse(node, "The list of phases is empty. Give at least one, or leave it out.")
    }
    guard list.count <= LearningPhase.largestCount else {
      throw keys.refuse(
        node,
        "There are \(list.count.grouped) phases, but a history has at most \(LearningPhase.largestCount). Leave some out."
      )
    }
    var phases: [(PhaseSettings, DocumentNode)] = []
    for node in list { phases.append((try phase(node, keys), node)) }
    return phases
  }

  private static func phase(_ node: DocumentNode, _ keys: DocumentKeys) throws(DatasetFileError) -> PhaseSettings {
    guard case .mapping(let pairs) = node.content else {
      throw keys.refuse(
        node, "\(node.kind) is not a phase. Write a group of keys, such as '- {epochs: 400, without: [Oak]}'.")
    }
    var phase = PhaseSettings()
    for (key, value) in pairs {
      do throws(PhaseTextError) {
        let known = try PhaseSettings.key(key.text ?? key.kind)
        try phase.set(known, to: text(value))
      } catch {
        throw keys.refuse(key, error.description)
      }
      if key.text == PhaseKey.targets.rawValue, let name = phase.targetsFile { try keys.checkFileName(name, value) }
    }
    if let contradiction = phase.contradiction { throw keys.refuse(node, "\(contradiction).") }
    return phase
  }

  /// A value as it is written on the command line: lists with commas, and groups as NAME:VALUE.
  private static func text(_ node: DocumentNode) -> String {
    func quoted(_ node: DocumentNode) -> String {
      QuotedText.quoted(node.text ?? node.kind, ifContaining: " ,:=;")
    }
    return switch node.content {
    case .nothing: ""
    case .text(let text, _): text
    case .list(let elements): elements.map(quoted).joined(separator: ",")
    case .mapping(let pairs): pairs.map { "\(quoted($0.key)):\($0.value.text ?? "")" }.joined(separator: ",")
    }
  }
}
