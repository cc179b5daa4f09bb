import Foundation
import PluginKit
import Testing

/// Reasons why files are refused, always with the line and the fix.
@Suite struct BadDatasetFileTests {
  private func refusal(of text: String, name: String = "d.yaml", tables: [String: String] = [:]) -> DatasetFileError? {
    do throws(DatasetFileError) {
      _ = try DatasetDescriptor(DatasetFile(name: name, text: text, tables: tables))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", nil, "empty"), ("- a\n", 1, "not a group of keys"), ("sumary: s\n", 1, "Did you mean 'summary'?"),
    ("feature: f\n", nil, "no 'summary'"), ("summary: s\n", nil, "does not describe a dataset"),
    ("summary: s\nsummary: t\n", 1, "twice"), ("summary: a: b\n", 1, "quotes"),
    ("summary: s\ntree:\n\ta: [b]\n", 3, "spaces"), ("summary: s\ntree: [a\nfeature: f\n", 3, "not closed"),
    ("summary: s\n---\nsummary: t\n", 2, "second document"),
    ("summary: [s]\n", 1, "a list is not a valid value for 'summary'"),
    ("summary: s\nfeature: f\nprobe: Tuna\n", 2, "holds-for"),
    ("summary: s\nfeature: f\nholds-for: [Tuna]\n", 2, "no 'probe'"),
    ("summary: s\nfeature: f\nholds-for: [Tuna, Robbin]\nprobe: Tuna\n", 3, "Did you mean 'Robin'?"),
    ("summary: s\nfeature: f\nholds-for: [Tuna]\nprobe: Tunna\n", 4, "Did you mean 'Tuna'?"),
    ("summary: s\nfeature: f\nvalues: [1, 0]\nprobe: Tuna\n", 3, "2 values for 8 items"),
    ("summary: s\nfeature: f\nvalues: [1,1,1,1,1,1,1,2]\nprobe: Tuna\n", 3, "'2' is not a valid value"),
    ("summary: s\nfeature: f\nvalues: [1]\nholds-for: [Tuna]\nprobe: Tuna\n", 3, "Leave one of them out"),
    ("summary: s\ntree: [[a, b], [a]]\n", 2, "second item 'a'"),
    ("summary: s\ntree:\n  x:\n  y: [a]\n", 3, "This group is empty"),
    ("summary: s\ntree: a\n", 2, "'a' is not a valid value for 'tree'"), ("summary: s\ntree: [a]\n", 2, "1 item"),
    ("summary: s\ntree: [[a, \"b\\nc\"]]\n", 2, "line break"), ("summary: s\ntree: [[a, ' ']]\n", 2, "without a name"),
    ("summary: s\nrename: {Tuna: Robin}\ntree: [[Tuna], [Robin]]\n", 2, "already"),
    ("summary: s\nrename: {Salmon: Shark}\nfeature: f\nholds-for: []\n", 2, "Unknown item 'Salmon'"),
    ("summary: s\ntree: [[a, b]]\nflip: 2\n", 3, "a number from 0 to 1"),
    ("summary: s\ntree: [[a, b], [c]]\nflip: [0.1]\n", 3, "a list of 2"),
    ("summary: s\ntree: [[a, b], [c]]\nflip: [0.1, 2]\n", 3, "a list of 2"),
    ("summary: s\nhidden: [a]\ntree: [[a, b]]\n", 2, "'hidden' needs a 'graph'"),
    ("summary: s\nsigma: 2\ntree: [[a, b]]\n", 2, "'sigma' needs a 'graph'"),
    ("summary: s\ngraph: a\n", 2, "'a' is not a valid value for 'graph'"),
    ("summary: s\ngraph: []\n", 2, "a list is not a valid value for 'graph'"),
    ("summary: s\ngraph: [[a, b], a]\n", 2, "'a' is not an edge"),
    ("summary: s\ngraph: [[a, b], [a]]\n", 2, "is not an edge"),
    ("summary: s\ngraph: [[a, b], [b, b]]\n", 2, "joins 'b' with itself"),
    ("summary: s\ngraph:\n- [a, b]\n- [b, c, 0]\n", 4, "not a valid length"),
    ("summary: s\ngraph:\n- [a, b]\n- [b, c, near]\n", 4, "not a valid length"),
    ("summary: s\ngraph: [[a, b]]\nhidden: [c]\n", 3, "Unknown node 'c'"),
    ("summary: s\ngraph:\n- [a, b]\n- [b, a, 2]\n", 4, "are joined twice"),
    ("summary: s\ngraph: [[a, b], [b, c]]\nhidden: [b, b]\n", 3, "'b' is hidden twice"),
    ("summary: s\ngraph: [[a, b]]\nhidden: [b]\n", 2, "1 item"),
    ("summary: s\ngraph: [[a, \"b\\nc\"]]\n", 2, "line break"),
    ("summary: s\ngraph: [[a, b]]\nsigma: -1\n", 3, "sigma"),
    ("summary: s\ngraph: [[a, b]]\nflip: 0.1\n", 3, "cannot be used with a graph"),
    ("summary: s\ngraph: [[a, b]]\ntree: [[a, b]]\n", 3, "cannot be used with a graph"),
    ("summary: s\ngraph: [[a, b]]\ntable: |\n  i,f\n  a,1\n", 2, "cannot be used with a table"),
    ("summary: s\ngraph: [[a, b]]\nnumeric: yes\n", 3, "for tables"),
    ("summary: s\ntree: [[a, b]]\neta: 0\n", 3, "above 0"),
    ("summary: s\ntree: [[a, b]]\nprobe: a\n", 3, "needs a 'feature'"),
    ("summary: s\ntree: [[a, b]]\nnumeric: yes\n", 3, "for tables"),
    ("summary: s\ntree: [[a]]\ntable: |\n  i,f\n  a,1\n", 2, "cannot be used with a table"),
    ("summary: s\ntable: |\n  i,f,g\n  a,1,0\n  b,1\n", 5, "'b' has 1 of 2 values"),
    ("summary: s\ntable: |\n  i,f,g\n  a,1,0\n\n  b,1,perhaps\n", 6, "The cell under 'g' is 'perhaps'"),
    ("summary: s\ntable: |\n  i,f\n  a,\n", 4, "The cell under 'f' is empty"),
    ("summary: s\ntable: |\n  i,f\n  a,nan\n", 4, "'nan'"),
    ("summary: s\ntable: |\n  i,f\n  a,1e7\n", 4, "a million"),
    ("summary: s\ntable: |\n  i,f,g\n  a,1,0x10\n", 4, "Column 3 of this line needs a decimal number"),
    ("summary: s\ntable: |\n  i,f,g\n  a,0x1p3,1\n", 4, "The cell under 'f' is '0x1p3'. Column 2"),
    ("summary: s\ntable: |\n  i,f\n  a,inf\n", 4, "decimal number"),
    ("summary: s\ntable: |\n  i,f\n  a,Infinity\n", 4, "decimal number"),
    ("summary: s\ntable: |\n  i,f\n  a,-NaN\n", 4, "decimal number"),
    ("summary: s\ntable: |\n  i,f\n  a,1_000\n", 4, "'1_000'"),
    ("summary: s\ntree: [[a, b]]\neta: 0x1\n", 3, "'0x1' is not a valid value for 'eta'"),
    ("summary: s\ntable: |\n  i,f,f\n  a,1,0\n", 3, "second feature"),
    ("summary: s\ntable: |\n  i,f\n  a,1\n  a,0\n", 5, "the first is in line 4"),
    ("summary: s\ntable: |\n  i,f\n", 3, "a line for each item"),
    ("summary: s\ntable: |\n  i,f\n  \"a,1\n", 4, "never closed"),
    ("summary: s\ntable: |\n  i\n  a\n", 3, "has no names of features"),
    ("summary: s\nprobe: a:g\ntable: |\n  i,f\n  a,1\n", 2, "a:f"),
    ("summary: s\ntable-file: t.csv\n", 2, "has no such file"),
    ("summary: s\ntable-file: ../t.csv\n", 2, "is not the name of a file in the folder of this file"),
    ("summary: s\ntable-file: /t.csv\n", 2, "is not the name of a file in the folder of this file"),
    ("summary: s\ntable-file: .t\n", 2, "is not the name of a file in the folder of this file"),
    ("summary: &x s\n", 1, "Anchors"), ("summary: s\nfeature: *y\n", 2, "begins with *"),
    ("summary: \"a\\e[31mb\"\n", 1, "one line"), ("summary: a\u{0}b\n", 1, "control character"),
    ("? [a, b]\n: c\n", 1, "A key has to be a text"), ("summary: s\ntree:\n  x: a, b\n  y: [c]\n", 3, "[a, b]"),
    ("summary: s\nfeature: f\nholds-for: Tuna, Robin\nprobe: Tuna\n", 3, "[Tuna, Robin]"),
    ("summary: s\ntree: {x: [a, b], y: [c]}\nfeature: f\nholds-for: [x]\nprobe: a\n", 4, "is a group"),
    ("summary: s\ntree: [[a, b]]\neta: 0,5\n", 3, "decimals with a point"),
    ("summary: s\ntable: |\n  i,f,\n  a,1,1\n", 3, "Column 3"),
    ("summary: s\nfeature: feature-7\nholds-for: [Tuna]\nprobe: Tuna\n", 2, "sampled feature"),
    ("summary: s\ntable-file: t.xlsx\n", 2, ".csv, .tsv, .tab, .txt, .dat or .data"),
    ("summary: s\ntable: \"i,f\\na,1\"\n", 2, "table: |"),
    ("summary: s\ntable: >\n  i,f\n  a,1\n", 2, "table: |"),
    ("summary: s\ntable: |\n  i;f\n  a;0,5\n", 4, "Write 0.5: use a point for decimals"),
    ("summary: s\ntable: |\n  i,f,g\n  a,yes,0.5\n", nil, "mixes yes and no with numbers"),
    ("summary: s\nnumeric: yes\ntable: |\n  i,f\n  a,yes\n", nil, "mixes yes and no with numbers"),
    ("summary: s\ntree: [[a, \"\\u200b\"]]\n", 2, "without a name"),
    ("summary: s\ntree: [[a, \"b\\u202ec\"]]\n", 2, "cannot be shown"),
    ("summary: s\ntree: [[a, \"b\\uffffc\"]]\n", 2, "U+FFFF, which cannot be shown. Remove it."),
    ("summary: s\ntree:\n  \"x\\ufffe\": [a, b]\n", 3, "The name of the group 'x\u{FFFD}' has the character U+FFFE"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  1 0\n", 4, "have 1 line for 2 items"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  1 0\n  0 1 1\n", 5, "has 3 numbers, that of 'a' 2"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  1 nan\n  0 1\n", 4, "'nan' is not an input"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  1 0,5\n  0 1\n", 4, "a point for decimals"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  a 1 0\n  c 0 1\n", 5, "Unknown item 'c'"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  a 1 0\n  a 0 1\n", 5, "second input of 'a'"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  a\n  b\n", 4, "no numbers"),
    ("summary: s\ntree: [[a, b]]\ninputs: |\n  0 0\n  0 0\n", 4, "All inputs are 0"),
    ("summary: s\ntree: [[a, b]]\ninputs: 1\n", 3, "inputs: |"),
    ("summary: s\ntree: [[a, b]]\ninputs-file: x.csv\n", 3, "has no such file"),
    ("summary: s\ntree: [[a, b]]\ninputs-file: x.csv\ninputs: |\n  1\n  2\n", 3, "has 'inputs' already"),
    ("summary: s\ntree: [[a, b]]\nfrequencies: {c: 1}\n", 3, "Unknown item 'c'"),
    ("summary: s\ntree: [[a, b]]\nfrequencies: {a: -1}\n", 3, "how often 'a' is shown"),
    ("summary: s\ntree: [[a, b]]\nfrequencies: {a: often}\n", 3, "'often' is not how often"),
    ("summary: s\ntree: [[a, b]]\nfrequencies: {a: 0, b: 0}\n", 3, "All frequencies are 0"),
    ("summary: s\ntree: [[a, b]]\nfrequencies: [1, 2]\n", 3, "a list is not a valid value for 'frequencies'"),
    ("summary: s\ntable: |\n  i,f\u{10FFFF}\n  a,1\n", 3, "The name of the feature 'f\u{FFFD}'"),
  ])
  func isRefusedWithItsLine(text: String, line: Int?, reason: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.line == line && error.description.contains(reason), "\(error)")
    #expect(error.description.hasPrefix(line.map { "d.yaml, line \($0): " } ?? "d.yaml: "))
  }

  /// Ampersands and asterisks within words, and a few at their beginning, are accepted.
  @Test func takesAmpersands() {
    let table = "  i,R&D,AT&T,Q&A,S&P,B&B,M&M,H&M,A&E,P&G,5*6,7*8\n  a,1,1,1,1,1,1,1,1,1,1,1\n"
    #expect(refusal(of: "# *very* &nice\nsummary: '*s* & t'\ntable: |\n\(table)") == nil)
  }

  /// Numbers as people and spreadsheets write them.
  @Test(arguments: ["16", "+16", "-16", "−16", "0.5", ".5", "5.", "1e3", "1E3", "1.6e+1", "1e-3"])
  func takesDecimalNumbers(number: String) {
    #expect(refusal(of: "summary: s\ntable: |\n  i,f\n  a,\(number)\n") == nil)
  }

  @Test func tablesNameTheirOwnFile() throws {
    let error = try #require(
      refusal(of: "summary: s\ntable-file: t.csv\n", tables: ["t.csv": "i,f\na,1\nb,x\n"]))
    #expect("\(error)".hasPrefix("t.csv, line 3: The cell under 'f' is 'x'."))
  }

  @Test(arguments: [
    ("My Data.yaml", "my-data.yaml"), ("all.yaml", "penguin-fly.yaml"), ("ÄÖ.yaml", "penguin-fly.yaml"),
  ])
  func fileNamesMustNameADataset(name: String, suggestion: String) throws {
    let error = try #require(refusal(of: "summary: s\ntree: [[a, b]]\n", name: name))
    #expect(error.reason.contains(suggestion))
  }

  /// Small files that would become large or deep, by name, so that a failed test does not print them.
  private static let explosives: [String: String] = [
    "brackets": "tree: " + String(repeating: "[", count: 200_000),
    "dashes": "tree:\n  " + String(repeating: "- ", count: 100_000) + "a\n",
    "question marks": "tree:\n" + String(repeating: "? ", count: 100_000),
    "indentation": (0..<700).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    "many aliases": "a: &a [x,x,x]\n" + (0..<20).map { "b\($0): [*a,*a,*a]\n" }.joined(),
    "aliases of much": "a: &a [" + String(repeating: "x,", count: 60_000) + "]\nb: &b [*a,*a,*a]\n? [*b,*b]\n: c\n",
    "a long word": String(repeating: "x", count: 300_000),
    "brackets in quotes": "tree: " + String(repeating: "[\"]\",", count: 50_000),
    "brackets beside comments": "tree:\n" + String(repeating: " [ # ]\n", count: 30_000),
    "dashes after another line end": "tree:\u{85}" + String(repeating: "- ", count: 100_000),
    "colons": "summary: s\nprobe: '" + String(repeating: " ", count: 100_000) + String(repeating: ":", count: 140_000)
      + "'\ntable: |\n  i,f\n  a,1\n",
    "many groups": "tree: [" + String(repeating: "[a],", count: 60_000) + "]\n",
    "quoted cells": "summary: s\ntable: |\n  i" + String(repeating: ",\"\"\"\"\"\"", count: 15_000) + "\n",
    "quotes": "summary: s\ntable: |\n  i,f\n  a" + String(repeating: "\"", count: 200_000) + "\n",
  ]

  /// The processor time of this thread, independent of other work on the machine.
  private static var computingTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Each is refused before a parser follows it.
  @Test(arguments: explosives.keys.sorted())
  func doesNotExplode(name: String) throws {
    let text = try #require(Self.explosives[name])
    let start = Self.computingTime
    if refusal(of: text) == nil { Issue.record("it is taken") }
    // A hundred times the usual time; an explosion would take minutes or all memory.
    #expect(Self.computingTime - start < .seconds(20))
  }
}
