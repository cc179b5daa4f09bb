/// The letters that the installed fonts have, according to fontconfig.
///
/// gnuplot's PNG and PDF draw strokes hundreds of pixels long for a letter that no font has. So these letters are found first
/// and drawn as a small box.
public struct InstalledLetters: Sendable {
  private let ranges: [ClosedRange<UInt32>]

  /// Asks fontconfig.
  ///
  /// - Returns: nil if `fc-list` is missing or does not answer.
  public static func ask() async -> InstalledLetters? {
    guard
      let answer = await GnuplotProgram.output(of: "fc-list", ["--format", "%{charset}\\n"], limit: 1 << 22)
    else { return nil }
    let letters = InstalledLetters(fontconfig: answer)
    return letters.ranges.isEmpty ? nil : letters
  }

  /// Reads fontconfig's lists of letters: "20-7e a0".
  package init(fontconfig text: String) {
    ranges = Set(text.split(whereSeparator: \.isWhitespace)).compactMap { word in
      let ends = word.split(separator: "-").map { UInt32($0, radix: 16) }
      guard let first = ends.first.flatMap(\.self), let last = ends.last.flatMap(\.self), first <= last else {
        return nil
      }
      return first...last
    }
  }

  /// Whether a text has letters that not every font has: only then fontconfig is asked.
  public static func mayBeMissing(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { scalar in
      // Latin, combining marks, Greek; punctuation, arrows and signs of mathematics.
      !(0...0x3FF).contains(scalar.value) && !(0x2000...0x22FF).contains(scalar.value)
    }
  }

  package func has(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || ranges.contains { $0.contains(scalar.value) }
  }

  /// The letters of a text that no font has.
  public func missing(in text: some StringProtocol) -> Set<Unicode.Scalar> {
    Set(text.unicodeScalars.filter { !has($0) })
  }

  /// A text with a box for each letter that no font has; characters that only modify another letter are removed.
  package func boxed(_ text: String) -> String {
    let box: Unicode.Scalar = has("\u{25A1}") ? "\u{25A1}" : "?"
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if has(scalar) {
        shown.append(scalar)
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: continue
      default: shown.append(box)
      }
    }
    return String(shown)
  }

  /// A warning about letters that no font has, with their scripts and advice.
  public static func warning(of missing: Set<Unicode.Scalar>) -> String? {
    guard !missing.isEmpty else { return nil }
    let writings = Set(missing.map(writing)).sorted().joined(separator: ", ")
    return """
      No installed font has the letters of: \(writings). PNG and PDF show a small box (□) for each. Install a font that has \
      them (Debian: fonts-noto, fonts-noto-cjk, fonts-noto-color-emoji), or draw SVG, which uses the viewer's fonts.
      """
  }

  /// The script that a letter belongs to.
  private static func writing(of scalar: Unicode.Scalar) -> String {
    writings.first { $0.range.contains(scalar.value) }?.name
      ?? "other signs (U+\(String(scalar.value, radix: 16, uppercase: true)))"
  }

  private static let writings: [(range: ClosedRange<UInt32>, name: String)] = [
    (0x400...0x52F, "Cyrillic"), (0x530...0x58F, "Armenian"), (0x590...0x5FF, "Hebrew"), (0x600...0x77F, "Arabic"),
    (0x900...0x97F, "Devanagari (Hindi)"), (0x980...0x9FF, "Bengali"), (0xA00...0xA7F, "Gurmukhi"),
    (0xA80...0xAFF, "Gujarati"), (0xB80...0xBFF, "Tamil"), (0xC00...0xC7F, "Telugu"), (0xC80...0xCFF, "Kannada"),
    (0xD00...0xD7F, "Malayalam"), (0xE00...0xE7F, "Thai"), (0x10A0...0x10FF, "Georgian"),
    (0x1100...0x11FF, "Korean"), (0x1200...0x139F, "Ethiopic"), (0x3000...0x303F, "Chinese or Japanese"),
    (0x3040...0x30FF, "Japanese"), (0x3130...0x318F, "Korean"), (0x3400...0x9FFF, "Chinese or Japanese"),
    (0xAC00...0xD7AF, "Korean"), (0xE000...0xF8FF, "private signs"), (0xF900...0xFAFF, "Chinese or Japanese"),
    (0xFF00...0xFFEF, "Chinese or Japanese"), (0x1D400...0x1D7FF, "mathematical letters"),
    (0x1F000...0x1FAFF, "emoji"), (0x20000...0x3FFFF, "Chinese or Japanese"),
  ]
}
