/// The compiler that built the program.
package enum Compiler {
  /// Its language version, as far as a program can know it.
  package static var version: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
