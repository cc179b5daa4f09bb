import GSL
import LearningDynamics
import PluginKit
import Support
import Testing

/// Files and Swift plugins have the same rule for names.
@Suite struct NameRuleTests {
  /// U+FDD0, which Swift does not read in a literal.
  private static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

  private static let refused = [
    // Not possible in a line, a script or an SVG.
    "a\nb", "a\tb", "\u{0}", "a\u{7F}b", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{FFFE}b", "\u{FFFF}",
    "a" + noncharacter,
    "\u{1FFFE}", "\u{10FFFF}x",
    // Invisible characters, and characters that change the direction of the text around them.
    "a\u{202A}b", "a\u{202B}b", "a\u{202C}", "\u{202D}a", "\u{202E}a", "a\u{2066}b", "a\u{2067}b\u{2069}", "a\u{2068}",
    "a\u{200B}b", "a\u{200E}", "\u{200F}a", "a\u{FEFF}b", "a\u{2060}b", "so\u{AD}ft", "a\u{E0041}", "a\u{E0001}b",
    // Nothing visible, and too long.
    "", " ", "\u{3000}", "\u{200D}", "\u{3164}", String(repeating: "x", count: 101),
    "x" + String(repeating: "\u{301}", count: 500),
  ]

  private static let taken = [
    "Robin", "it's", "'n guapo", "]]>", "a \"b\"", "@output", "`x`", "\\", "{x}^_&~%$#<>", "漢字", "e\u{301}\u{327}",
    "שלום", "مرحبا", "می\u{200C}خواهم", "क्\u{200D}ष", "👩\u{200D}👩\u{200D}👧", "❤️", "🇩🇪",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "\u{0600}١٢٣", "\u{FFFD}", "\u{E000}", "𝔘", "100 %", "-",
    String(repeating: "漢", count: 100),
  ]

  private func file(_ name: String, as place: String) -> DatasetFile {
    // In double quotes YAML reads every code point by its number.
    let spelled = name.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
    let text =
      switch place {
      case "item": "tree: [[other, \"\(spelled)\"], [third]]\n"
      case "group": "tree: {\"\(spelled)\": [a, b], other: [c]}\n"
      case "feature": "tree: [[a, b], [c]]\nfeature: \"\(spelled)\"\nholds-for: [a]\nprobe: b\n"
      default: "tree: [[a, b], [c]]\nrename: {a: \"\(spelled)\"}\n"
      }
    return DatasetFile(name: "names.yaml", text: "summary: Names\n" + text)
  }

  private func makeInSwift(_ name: String, as place: String) throws {
    if place == "group" {
      _ = try DiffusionTree(.group(nil, [.named(name, .group(nil, ["a", "b"])), "c"]))
      return
    }
    let isItem = place != "feature"
    let data = try Dataset(
      identifier: "names", items: ["first", isItem && place != "renamed" ? name : "second"],
      features: FeatureNames(numbered: 1, named: [isItem ? "feature" : name]), targets: Matrix([[1, -1], [-1, 1]]))
    if place == "renamed" { _ = try data.renaming("first", to: name) }
  }

  @Test(arguments: ["item", "group", "feature", "renamed"])
  func filesAndPluginsRefuseTheSame(place: String) throws {
    for name in Self.refused {
      let error = try #require(throws: DatasetFileError.self, "\(name.debugDescription)") {
        try DatasetDescriptor(file(name, as: place))
      }
      #expect(error.file == "names.yaml" && error.line == (place == "renamed" || place == "feature" ? 3 : 2))
      #expect(error.description.legible == error.description, "\(error)")
      #expect(throws: DatasetError.self, "\(name.debugDescription)") { try makeInSwift(name, as: place) }
    }
    for name in Self.taken {
      #expect(throws: Never.self, "\(name)") { try DatasetDescriptor(file(name, as: place)) }
      #expect(throws: Never.self, "\(name)") { try makeInSwift(name, as: place) }
    }
  }

  /// Messages name the character and the fix.
  @Test func theCharacterIsNamed() throws {
    let table = DatasetFile(
      name: "names.yaml", text: "summary: Names\ntable-file: names.csv\n",
      tables: ["names.csv": "item,f\nDog,1\np\u{FFFF}q,0\n"])
    let error = try #require(throws: DatasetFileError.self) { try DatasetDescriptor(table) }
    #expect(
      "\(error)"
        == "names.csv, line 3: The name of the item 'p\u{FFFD}q' has the character U+FFFF, which cannot be shown. Remove it."
    )
    let swift = #expect(throws: DatasetError.self) { try makeInSwift("p\u{FFFF}q", as: "item") }
    #expect(
      swift?.description
        == "The dataset 'names' has a name that cannot be shown, 'p\u{FFFD}q': it has the character U+FFFF. Remove it.")
    let group = #expect(throws: DatasetError.self) { try makeInSwift("\u{202E}q", as: "group") }
    #expect(
      group?.description
        == "The tree has a name that cannot be shown, '\u{FFFD}q': it has the character U+202E. Remove it.")
  }

  @Test func identifiersAndSummariesToo() {
    #expect(throws: DatasetError.self) {
      try Dataset(
        identifier: "a\u{FFFF}", items: ["a"], features: FeatureNames(numbered: 1), targets: Matrix([[1]]))
    }
    for summary in ["a\u{FFFF}b", "a\nb", "a\u{1}"] {
      let description = PluginDescription(identifier: "plugin", summary: summary)
      let error = #expect(throws: PluginRegistryError.self) {
        try PluginRegistry(
          datasets: [DatasetDescriptor(description) { _, _ in throw DatasetError.empty(dataset: "plugin") }],
          analyses: [])
      }
      #expect(error == .badSummary(summary, identifier: "plugin"))
      #expect(!PluginDescription.isSummary(summary))
    }
    let error = #expect(throws: DatasetFileError.self) {
      try DatasetDescriptor(DatasetFile(name: "names.yaml", text: "summary: \"a\\uFFFFb\"\ntree: [[a], [b]]\n"))
    }
    #expect(error?.line == 1 && error?.reason.contains("U+FFFF") == true)
  }

  /// Printable are the characters that XML 1.0 allows, except line breaks and control characters; no code point that people
  /// write is missing.
  @Test func whatIsPrintableCanStandInXML() {
    let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let printable = scalars.filter(\.isPrintable)
    let isAllowed = printable.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    #expect(isAllowed)
    // 65 controls, two separators and 66 noncharacters are missing.
    #expect(scalars.count - printable.count == 65 + 2 + 66)
  }
}
