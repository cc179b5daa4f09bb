public import Experiments
import PluginKit

extension RunRequest {
  /// The query of a link to the page that shows this, such as "?plugin=animals&probe=Bat%3Aflies"; empty for what the page
  /// shows by itself. Datasets of files are named by their identifiers.
  public var pageQuery: String {
    let named = datasetFiles.map { ("plugin", $0.identifier) } + options.map { ($0.option.rawValue, $0.text) }
    let pairs = named.map { "\($0.0)=\($0.1.percentEncoded)" }
    return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
  }
}

extension String {
  /// The text with everything but letters and digits of ASCII, hyphens, points and underscores as codes.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      let isPlain =
        byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
      if isPlain || "-._".utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%\(digits.count == 1 ? "0" : "")\(digits)"
    }.joined()
  }
}
