import Gnuplot
import Testing

/// Letters that no font has, for which gnuplot draws strokes across the picture.
@Suite struct InstalledLettersTests {
  private static let letters = InstalledLetters(fontconfig: "20-7e a0-3ff 25a1 900-97f\n20-7e  zz 5-1 \n")

  @Test func listsOfRangesAreRead() {
    for (letter, isThere) in [("a", true), ("é", true), ("□", true), ("क", true), ("鹅", false), ("🐧", false)] {
      #expect(Self.letters.missing(in: letter).isEmpty == isThere, "\(letter)")
    }
  }

  /// Combining characters are removed with their letter.
  @Test(arguments: [
    ("ペンギン, Dog", "□□□□, Dog"), ("it's 'quoted'", "it's 'quoted'"), ("👩‍👩‍👧‍👦!", "□□□□!"), ("เป็น", "□□□"),
    ("𝒙 item", "□ item"), ("", ""),
  ])
  func boxesStandForThem(text: String, shown: String) { #expect(Self.letters.boxed(text) == shown) }

  @Test func withoutABoxThereIsAQuestionMark() {
    #expect(InstalledLetters(fontconfig: "20-7e").boxed("é鹅") == "??")
  }

  /// Only then fontconfig is asked: a run of the tutorial's data does not wait for it.
  @Test func latinAndGreekNeedNoQuestion() {
    #expect(!InstalledLetters.mayBeMissing("Prediction − τₐ, ε = 0.025 … η γ “é” ∘ ½"))
    #expect(["企", "🐧", "ш", "ش", "\u{E000}"].allSatisfy { InstalledLetters.mayBeMissing($0) })
  }

  @Test func theWarningNamesTheWritingAndTheWayOut() throws {
    let warning = try #require(InstalledLetters.warning(of: ["ペ", "ン", "🐧", "\u{E000}"]))
    #expect(warning.contains("Japanese, emoji, private signs") && warning.contains("draw SVG"))
    #expect(InstalledLetters.warning(of: []) == nil)
  }
}
