import Gnuplot
import Support
import Testing

@Suite struct ShortNamesTests {
  @Test func shortNamesStayAsTheyAre() {
    #expect(ShortNames.shortened(["Rose", "Oak", "Rose"], ems: 3) == ["Rose", "Oak", "Rose"])
  }

  /// Cut where they agree, in the middle if the ends differ.
  @Test func whatDiffersStays() {
    let kinds = ["colours", "sizes", "shapes", "kinds"]
    let names = kinds.map { "exists in different \($0)" }
    let shown = ShortNames.shortened(names, ems: 7)
    #expect(Set(shown).count == 4)
    for (name, kind) in zip(shown, kinds) { #expect(name.hasPrefix("ex") && name.hasSuffix(kind), "\(name)") }
    // What no other name begins like keeps its beginning.
    #expect(ShortNames.shortened(["you can earn money with it", "a"], ems: 7)[0].hasPrefix("you can earn"))
  }

  @Test(arguments: [4.0, 6, 9, 15])
  func differentNamesStayDifferentAndFit(ems: Double) {
    let names =
      (1...60).map { "the same beginning \($0) and the same end of all of them" }
      + (1...30).map { String(repeating: "m", count: 40) + String(repeating: "i", count: $0) }
      + ["漢字漢字漢字漢字漢字漢字", "漢字漢字漢字漢字漢字漢語", "", "a"]
    let shown = ShortNames.shortened(names, ems: ems)
    #expect(Set(shown).count == names.count)
    for name in shown { #expect(TextWidth.ems(name) <= ems + 0.01, "\(name)") }
  }

  /// Adobe's metrics of Helvetica: a sum that is known, and that other writings take room too.
  @Test func widthsAreHelveticas() {
    #expect((TextWidth.ems("Hamburgefonts") - 6.836).magnitude < 0.0005)
    #expect(TextWidth.ems("漢") == 1 && TextWidth.ems("e\u{301}") == TextWidth.ems("e"))
  }
}
