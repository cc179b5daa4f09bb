@testable import Experiments
import Gnuplot
import Support
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How the content of records is compared and counted.
@Suite struct RecordContentTests {
  private func leaves(_ text: String) throws -> [[JSONValue.Step]: JSONValue] { try JSONValue(Array(text.utf8)).leaves }

  /// A key is never confused with the path of another part.
  @Test func noKeyIsAPath() throws {
    let nested = try leaves(#"{"a": {"b": [1, 2]}}"#)
    #expect(nested.count == 2 && nested[[.key("a"), .key("b"), .place(1)]] == .number(2))
    for text in [
      #"{"a.b.0": 1, "a.b.1": 2}"#, #"{"a": {"b.0": 1, "b.1": 2}}"#, #"{"a": {"b": {"0": 1, "1": 2}}}"#,
    ] {
      #expect(Set(try leaves(text).keys).isDisjoint(with: nested.keys), "\(text)")
    }
    let both = try leaves(#"{"a": {"b": [1, 2]}, "a.b.1": 9}"#)
    #expect(both.count == 3 && both[[.key("a.b.1")]] == .number(9))
  }

  @Test func emptyPartsAreParts() throws {
    #expect(try leaves(#"{"a": {}, "b": []}"#) == [[.key("a")]: .object([:]), [.key("b")]: .array([])])
    #expect(try leaves("{}") != leaves("[]"))
  }

  @Test(arguments: [
    #"{"a": 1, "a": 2}"#, #"{"b": {"a": 1, "a": 1}}"#, #"[{"a": 1, "a": {"c": 2}}]"#, #"{"a": 1, "\u0061": 2}"#,
  ])
  func keysAreThereOnce(text: String) {
    #expect(throws: JSONValue.Refusal.repeatedKey) { try JSONValue(Array(text.utf8)) }
  }

  @Test(arguments: [#"{"a:b,": "c:\"d,[{", "e\\": ["\\\":"]}"#, #"{"a": {"b": {}}, "c": [{"b": 1}, {"b": 1}]}"#])
  func whatStandsInTextsDoesNotCount(text: String) throws {
    _ = try JSONValue(Array(text.utf8))
    #expect(JSONOutline(Array(text.utf8)).members == (text.contains("e") ? 2 : 5), "\(text)")
  }

  /// Too large a record is refused before it is parsed.
  @Test func moreValuesThanARecordHas() {
    for unit in ["1,", "[],", "{},"] {
      let text = "[" + String(repeating: unit, count: JSONOutline.mostValues) + "1]"
      #expect(throws: JSONValue.Refusal.tooManyValues) { try JSONValue(Array(text.utf8)) }
      #expect(throws: RunRecord.Damage(reason: "it has more values than any run writes")) {
        try RunRecord(Array(text.utf8))
      }
    }
  }

  /// A pipe or a device in place of a script is reported at once.
  @Test(.timeLimit(.minutes(5)), arguments: ["pipe", "device"])
  func onlyScriptsAreDrawn(kind: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "tree/loss.tsv")
    if kind == "pipe" {
      try #require(mkfifo(folder.path("tree/loss.gp"), 0o600) == 0)
    } else {
      try #require(symlink("/dev/zero", folder.path("tree/loss.gp")) == 0)
    }
    let outcome = await DrawingOutcome(
      of: [Drawing(dataset: "tree", figure: "loss")], in: folder.path, as: .svg, with: GnuplotProgram()
    ) { (_: Drawing, _: [UInt8]) throws(RunDirectoryError) in }
    #expect(outcome.drawn.isEmpty && outcome.failures.map(\.text).contains { $0.contains("it is not a regular file") })
  }
}
