internal import ParserChecks

/// libFuzzer's driver: makes inputs, watches which ways the program takes, and keeps those that lead somewhere new.
///
/// See https://llvm.org/docs/LibFuzzer.html, "Using libFuzzer as a library".
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ feed: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// `Fuzz PARSER [option or folder of inputs]…`, with libFuzzer's own options.
@main
struct Fuzz {
  nonisolated(unsafe) private static var check = ParserCheck.options

  static func main() {
    guard CommandLine.argc > 1, let check = ParserCheck(rawValue: CommandLine.arguments[1]) else {
      fatalError("The first argument is one of \(ParserCheck.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    self.check = check
    // libFuzzer sees its own arguments only.
    var count = CommandLine.argc - 1
    var arguments = CommandLine.unsafeArgv + 1
    arguments[0] = CommandLine.unsafeArgv[0]
    let code = runFuzzer(&count, &arguments) { start, count in
      if let problem = Fuzz.check.problem(with: Array(UnsafeBufferPointer(start: start, count: count))) {
        fatalError(problem)
      }
      return 0
    }
    if code != 0 { fatalError("libFuzzer ended with \(code)") }
  }
}
