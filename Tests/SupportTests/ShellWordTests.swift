import Support
import TestSupport
import Testing

@Suite struct ShellWordTests {
  @Test(arguments: ["--eta", "a/b.c", "x=1,2:3", "50%", "me@host", "a+b"])
  func harmlessWordsStay(word: String) {
    #expect(ShellWord.quoted(word) == word)
  }

  @Test(arguments: [
    "", " ", "it's", "''", "'", "$HOME", "$(touch owned)", "`touch owned`", "a;b", "a\\", "\\'", "\"", "*", "~", "a\nb",
    "#", "!!",
    // An apostrophe with a combining mark is another character, but the same byte.
    "'\u{301}; touch owned; '\u{301}", "a'\u{20DD}'\u{FE0F}", "日本語", "-n",
  ])
  func bashReadsThemBack(word: String) async throws {
    let answer = try await BuiltProgram.shell("printf '%s|' x \(ShellWord.quoted(word)) y")
    #expect(answer.output == "x|\(word)|y|" && answer.errors.isEmpty && answer.code == 0)
  }
}
