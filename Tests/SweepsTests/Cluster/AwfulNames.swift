/// Names of folders that mean something to bash, to sbatch or to both.
enum AwfulNames {
  static let all = [
    "plain", "with space", "it's", "a\"b", "$HOME", "`touch owned`", "$(touch owned)", "100%A %a %% %", "#hash # x",
    "日本語 🐠",
    "-dash", "a:b", ":colon", "trailing ", "~", "{a,b}*?[x]", "é'\u{301}; touch owned; '\u{301}",
    "\"\u{301} --wrap=\"\u{301}",
    "semi;&|<>()!", "back\\slash", "tail\\", "\\'", "\\\"", "%%\\%A", "a\u{2028}b", "\u{202E}right to left",
    "#SBATCH --wrap=id", "'; touch owned; '", "\"; touch owned; \"", String(repeating: "x'", count: 95),
  ]
}
