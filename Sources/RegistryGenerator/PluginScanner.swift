/// Finds the plugin types that a Swift source declares.
///
/// A plugin is a type, or an extension of one, whose inheritance clause names a plugin protocol. Comments and string
/// literals are blanked first, so that text about plugins is not taken for one. This is a reading of declarations, not
/// a Swift parser: a type made a plugin by a macro or a type alias is not found.
struct PluginScanner {
  enum Kind: String {
    case dataset = "DatasetPlugin"
    case illusoryCorrelation = "IllusoryCorrelationPlugin"
    case analysis = "AnalysisPlugin"
  }

  struct Plugin: Equatable {
    let type: String
    let kind: Kind
  }

  /// The plugins in the order of their declarations.
  static func plugins(in source: String) -> [Plugin] {
    let code = withoutCommentsAndStrings(source)
    let declaration = #/\b(?:struct|enum|class|actor|extension)\s+([\w.]+)\s*:\s*([^{]*)\{/#
    return code.matches(of: declaration).compactMap { match in
      let inherited = match.2.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
        .map { $0.split(separator: ".").last.map(String.init) ?? "" }
      guard let kind = inherited.lazy.compactMap(Kind.init).first else { return nil }
      return Plugin(type: String(match.1), kind: kind)
    }
  }

  /// The source with comments and string literals replaced by blanks.
  static func withoutCommentsAndStrings(_ source: String) -> String {
    let hidden =
      #/(?s:/\*.*?\*/)|//[^\n]*|#"(?s:.*?)"#|"""(?s:.*?)"""|"(?:\\.|[^"\\\n])*"/#
    return source.replacing(hidden, with: " ")
  }
}
