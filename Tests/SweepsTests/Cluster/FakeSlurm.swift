import TestSupport

@testable import Sweeps

/// A folder with a sweep, and programs with the names of Slurm's that do what a test wants.
struct FakeSlurm {
  let temporary: TemporaryFolder
  let program: SlurmProgram

  /// - Parameters:
  ///   - sbatch: the body of a bash script; no such program if nil.
  ///   - squeue: likewise.
  ///   - timeLimit: how long they may take.
  init(sbatch: String? = nil, squeue: String? = nil, timeLimit: Duration = unlimited) throws {
    temporary = try TemporaryFolder()
    for (name, body) in [("sbatch", sbatch), ("squeue", squeue)] {
      guard let body else { continue }
      // Records its arguments for the test.
      let note = "printf '%s\\n' \"$@\" >> '\(temporary.path("\(name).asked"))'"
      try temporary.write("#!/bin/bash\n\(note)\n\(body)\n", to: "bin/\(name)", executable: true)
    }
    try temporary.write("", to: "sweep/sweep.json")
    program = SlurmProgram(timeLimit: timeLimit, folders: temporary.path("bin"))
  }

  /// The folder of the sweep.
  var folder: String { temporary.path("sweep") }

  func submit(missing: [Int]? = nil, options: SlurmOptions? = nil) async throws -> SlurmSubmission.Submitted {
    try await SlurmSubmission.submit(
      folder: folder, program: "/bin/true", tasks: 4, missing: missing, options: options ?? SlurmOptions(),
      slurm: program)
  }

  /// The arguments of a program, one per line; empty if it was not run.
  func asked(_ name: String) throws -> String {
    temporary.has("\(name).asked") ? try temporary.text("\(name).asked") : ""
  }

  /// A script to call `program` alone.
  func script(_ options: SlurmOptions? = nil) throws -> SlurmScript {
    try SlurmScript(folder: folder, program: "/bin/true", tasks: 4, options: options ?? SlurmOptions())
  }
}
