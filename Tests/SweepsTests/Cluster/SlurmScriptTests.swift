import Foundation
import PluginKit
import TestSupport
import Testing

@testable import Sweeps

@Suite struct SlurmScriptTests {
  @Test func aPersonCouldHaveWrittenIt() throws {
    let script = try SlurmScript(
      folder: "/data/Ann's 50% sweep", program: "/usr/bin/dlnn-sim", tasks: 50, missing: [1, 2, 3, 7, 9, 10],
      options: SlurmOptions(partition: "main", time: "1:00:00", memory: "2G", cpusPerTask: "4"))
    #expect(script.path == "/data/Ann's 50% sweep/sweep.slurm")
    #expect(
      script.text == #"""
        #!/bin/bash
        # A sweep in 50 parts, one for each task of a job array. Finished runs are skipped. Submit again with
        #   sbatch '/data/Ann'\''s 50% sweep/sweep.slurm'
        # and when all tasks have ended, list what is missing, or merge the parts:
        #   /usr/bin/dlnn-sim sweep collect '/data/Ann'\''s 50% sweep'
        #SBATCH --job-name=dlnn-sim-sweep
        #SBATCH --array=1-3,7,9-10
        #SBATCH --output="/data/Ann's 50%% sweep/logs/%A_%a.log"
        #SBATCH --open-mode=append
        #SBATCH --cpus-per-task=4
        #SBATCH --partition=main
        #SBATCH --time=1:00:00
        #SBATCH --mem=2G
        set -eu

        exec /usr/bin/dlnn-sim sweep \
          --from '/data/Ann'\''s 50% sweep' \
          --output '/data/Ann'\''s 50% sweep' \
          --shard "$SLURM_ARRAY_TASK_ID/50" --jobs "${SLURM_CPUS_PER_TASK:-1}" --quiet

        """#)
  }

  /// The script run by bash, with a program in the folder that prints its arguments.
  @Test(arguments: AwfulNames.all)
  func bashPassesNamesOnAsTheyAre(name: String) async throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path + "/" + name
    try temporary.write("#!/bin/bash\nprintf '%s\\n' \"$@\"\n", to: "\(name)/it's $PROGRAM", executable: true)
    let options = try SlurmOptions(partition: name, account: "'\(name)")
    let script = try SlurmScript(folder: folder, program: "\(folder)/it's $PROGRAM", tasks: 7, options: options)
    try temporary.write(script.text, to: "script")
    let environment = "cd '\(temporary.path)'; export SLURM_ARRAY_TASK_ID=3"
    let answer = try await BuiltProgram.shell("\(environment) SLURM_CPUS_PER_TASK=2; bash -n script && bash script")
    #expect(answer.code == 0 && answer.errors.isEmpty)
    let words = ["sweep", "--from", folder, "--output", folder, "--shard", "3/7", "--jobs", "2", "--quiet"]
    #expect(answer.output == words.map { $0 + "\n" }.joined())
    #expect(!temporary.has("owned"))
    let bare = try await BuiltProgram.shell("\(environment); unset SLURM_CPUS_PER_TASK; bash script")
    #expect(bare.output.contains("--jobs\n1\n"))
    // Each line for sbatch is one option with the given value.
    let directives = script.text.split(separator: "\n").filter { $0.hasPrefix("#SBATCH") }.map {
      SlurmWordTests.words(String($0.dropFirst("#SBATCH".count)))
    }
    #expect(directives.allSatisfy { $0.count == 1 })
    #expect(directives.contains(["--partition=\(name)"]) && directives.contains(["--account='\(name)"]))
  }

  @Test func outsideOfAnArrayItDoesNothing() async throws {
    let script = try SlurmScript(folder: "/f", program: "/bin/echo", tasks: 2, options: SlurmOptions())
    let folder = try TemporaryFolder()
    try folder.write(script.text, to: "script")
    let answer = try await BuiltProgram.shell("unset SLURM_ARRAY_TASK_ID; bash '\(folder.path("script"))'")
    #expect(answer.code != 0 && answer.output.isEmpty && answer.errors.contains("SLURM_ARRAY_TASK_ID"))
  }

  @Test(arguments: ["", "a\nb", "a\n#SBATCH --wrap=id", "\r", "\0", "\u{1B}[2J", "\u{85}", "\t"])
  func controlCharactersAreRefused(path: String) {
    let allowed = "a path without line breaks or other control characters, for use on a cluster"
    #expect(throws: SettingsError.refused(name: "output", text: path, allowed: allowed)) {
      try SlurmScript(folder: path, program: "/p", tasks: 1, options: SlurmOptions())
    }
    #expect(throws: SettingsError.refused(name: "program", text: path, allowed: allowed)) {
      try SlurmScript(folder: "/f", program: path, tasks: 1, options: SlurmOptions())
    }
  }

  @Test func pathsStartAtTheRoot() throws {
    let current = FileManager.default.currentDirectoryPath
    for (given, meant) in [
      ("out", "\(current)/out"), ("./out//", "\(current)/out"), (".", current), ("-x", "\(current)/-x"), ("/a/", "/a"),
      ("../b", "\(current)/../b"), ("/", "/"),
    ] {
      let script = try SlurmScript(folder: given, program: "p", tasks: 1, options: SlurmOptions())
      #expect(script.folder == meant && script.program == "\(current)/p")
    }
  }

  @Test func numbersOfTasksAreChecked() throws {
    func script(_ tasks: Int, _ missing: [Int]? = nil) throws -> SlurmScript {
      try SlurmScript(folder: "/f", program: "/p", tasks: tasks, missing: missing, options: SlurmOptions())
    }
    for tasks in [0, -1, 10_001, .max, .min] {
      #expect(throws: SettingsError.refused(name: "tasks", text: "\(tasks)", allowed: "a whole number from 1 to 10000"))
      {
        try script(tasks)
      }
    }
    #expect(throws: SettingsError.refused(name: "tasks", text: "5", allowed: "parts from 1 to 4")) {
      try script(4, [1, 5])
    }
    #expect(throws: SlurmError.nothingMissing(folder: "/f")) { try script(4, []) }
    #expect(try script(10_000).text.contains("--array=1-10000\n"))
    #expect(try script(1).text.contains("A sweep in 1 part, one"))
  }
}
