import Experiments
import Foundation
import Testing

@Suite struct MarkupTests {
  private func text(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

  @Test func textsAreEscapedAndLiteralsAreNot() {
    let name = #"</td><script>alert('1' & "2")</script>"#
    #expect(
      text("<td title=\"\(name)\">")
        == "<td title=\"&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;\">")
    // An accent after a sign makes one character of both; the sign is escaped all the same.
    #expect(text("\("<\u{301}b\"\u{301}")") == "&lt;\u{301}b&quot;\u{301}")
    #expect(text("\("a\u{0}b\u{1B}c\u{FFFE}d\te\nf")") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\nf")
    let inner: Markup = "<b>\("&")</b>"
    #expect(text("\(inner)\(-7)") == "<b>&amp;</b>-7")
  }

  /// Against Foundation's, for every remainder of three.
  @Test(arguments: 0...10) func base64(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 251) }
    var text = Array("x".utf8)
    Base64.append(bytes, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "x" + Data(bytes).base64EncodedString())
  }
}
