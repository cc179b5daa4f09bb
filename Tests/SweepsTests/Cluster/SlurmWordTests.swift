import Testing

@testable import Sweeps

@Suite struct SlurmWordTests {
  /// The words of a line as sbatch 22.05 reads them: its rules, taken from its source and tested with the program.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var rest = Array(line.utf8)[...]
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard let first = rest.first, first != UInt8(ascii: "#") else { return words }
      var (word, quote, isEscaped): ([UInt8], UInt8?, Bool) = ([], nil, false)
      loop: while let byte = rest.first {
        switch (byte, quote) {
        case _ where isEscaped:
          word.append(byte)
          isEscaped = false
        case (UInt8(ascii: "\\"), _): isEscaped = true
        case (_, let mark?) where mark == byte: quote = nil
        case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil): quote = byte
        case (UInt8(ascii: " "), nil), (UInt8(ascii: "#"), nil): break loop
        default: word.append(byte)
        }
        rest = rest.dropFirst()
      }
      words.append(String(decoding: word, as: UTF8.self))
    }
  }

  @Test func theRulesAreThoseOfSbatch() {
    #expect(Self.words(#"--a='b c' "d\"e" f\ g h#i"#) == ["--a=b c", "d\"e", "f g", "h"])
    #expect(Self.words(#"'a\'b'"#) == ["a'b"])
  }

  @Test(arguments: AwfulNames.all)
  func sbatchReadsThemBack(name: String) {
    #expect(Self.words("--chdir=\(SlurmWord.quoted(name)) --x") == ["--chdir=\(name)", "--x"])
  }

  @Test(arguments: [
    ("/a/b", "/a/b/logs/%A_%a.log"), ("/50% %A", "/50%% %%A/logs/%A_%a.log"), ("/a\\b%", "/a\\\\b%/logs/tasks.log"),
  ])
  func percentSignsOfFoldersStandForThemselves(folder: String, pattern: String) {
    #expect(SlurmWord.logPattern(folder: folder) == pattern)
  }
}
