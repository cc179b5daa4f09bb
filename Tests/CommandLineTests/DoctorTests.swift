import TestSupport
import Testing

@Suite struct DoctorTests {
  @Test func allIsWellHere() async throws {
    let answer = try await BuiltProgram.run("doctor")
    #expect(answer.code == 0)
    #expect(answer.output.contains("ok      gnuplot") && answer.output.contains("ok      GSL"))
    #expect(answer.foldedOutput.contains("image formats svg, png, pdf"))
  }

  /// The numbers are right: GSL, the exercises and the known run.
  @Test func numbersAreRightHere() async throws {
    let answer = try await BuiltProgram.run("doctor", "--self-test")
    #expect(answer.code == 0 && !answer.output.contains("wrong  "))
    #expect(answer.output.split(separator: "\n").count { $0.hasPrefix("ok") } == 11)
    #expect(answer.foldedOutput.contains("ok epochs on the wrong side 115–171"))
    // Only the program's own answers are checked, not the user's exercises.
    #expect(answer.output.contains("self-check: the similarity matrix") && !answer.output.contains("exercise"))
  }

  @Test func missingGnuplotIsNamedWithTheWayToGetIt() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n", to: "bin/apt-get", executable: true)
    let answer = try await BuiltProgram.run(["doctor"], path: folder.path("bin"))
    #expect(answer.code == 1)
    #expect(answer.foldedOutput.contains("missing gnuplot"))
    #expect(answer.foldedOutput.contains("apt-get install gnuplot-nox"))
  }

  @Test func terminalsThatAreMissing() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      #!/bin/bash
      if [ "$1" = --version ]; then echo 'gnuplot 5.4 patchlevel 4'; else echo 'dumb svg ' >&2; fi
      """, to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.run(["doctor"], path: folder.path("bin") + ":/usr/bin:/bin")
    #expect(answer.code == 1 && answer.foldedOutput.contains("no terminal pdfcairo, pngcairo"))
  }
}
