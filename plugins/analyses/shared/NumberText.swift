import Support

extension Double {
  /// A share of a whole: "31 %", "0.42 %".
  var percentText: String {
    let percent = 100 * self
    return "\(percent >= 9.5 ? String(Int(percent.rounded())) : percent.significant(2)) %"
  }

  /// A target with its sign: +1, −1, +0.25, −3300.
  var targetText: String {
    if self == 0 { return "0" }
    let isWhole = self == rounded() && magnitude < 1e9
    return isWhole ? signed(decimals: 0) : (self < 0 ? "" : "+") + significant()
  }
}
