internal import ArgumentParser
internal import Experiments
internal import GSL
internal import Gnuplot
internal import PluginKit
internal import Support
internal import TutorialExercises

extension DLNNSim {
  /// Gives the tutorial's exercises to users of any language, and checks their answers.
  struct ExerciseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "exercise",
      abstract: "Solve the tutorial's four exercises in any language: get the task, and have your answer checked.",
      discussion: """
        Without a name it lists the exercises. With a name it writes the given arrays into a folder and prints the task. \
        With your answer's files too, it says what is wrong. Arrays are read from .npy files (NumPy), or from text files with \
        a row per line, separated by tabs, commas or blanks.

        EXAMPLES
          \(Program.name) exercise                        the four exercises
          \(Program.name) exercise similarity             the task, and its data in exercise-similarity/
          \(Program.name) exercise similarity rsm.npy     is it right?
          \(Program.name) exercise decomposition U.npy S.npy V.npy
        """)

    @Argument(
      help: ArgumentHelp("The exercise: \(ExerciseTask.all.map(\.name).joined(separator: ", ")).", valueName: "name"))
    var name: String?

    @Argument(help: ArgumentHelp("The files with your answer, in the task's order.", valueName: "answer"))
    var answers: [String] = []

    @Option(
      name: .shortAndLong, parsing: .unconditional,
      help: ArgumentHelp("The folder for the given arrays. (default: exercise-NAME)", valueName: "dir"))
    var output: String?

    @Flag(help: "Print one JSON document: the exercises, or the verdict.")
    var json = false

    /// The exit status after a wrong answer.
    private static let wrong = ExitCode(1)

    func validate() throws {
      guard let name else { return }
      guard let task = ExerciseTask.named(name) else {
        throw ValidationError(
          "Unknown exercise '\(name)'. The exercises are \(ExerciseTask.all.map(\.name).joined(separator: ", ")).")
      }
      guard answers.isEmpty || answers.count == task.answers.count else {
        throw ValidationError(
          "The exercise '\(name)' needs \(task.answers.count == 1 ? "one file" : "\(task.answers.count) files"), "
            + "\(task.answers.joined(separator: ", ")), but \(answers.count) are given.")
      }
    }

    func run() throws {
      if let task = name.flatMap(ExerciseTask.named) {
        try answers.isEmpty ? give(task) : check(task)
      } else {
        try listAll()
      }
    }

    private func listAll() throws {
      if json {
        Console.print(try JSONText.of(ExerciseTask.all.map(Description.init)))
        return
      }
      for task in ExerciseTask.all { Console.print(TextWrapping.entry("  \(task.name)", task.task, column: 17)) }
      Console.print("\nTo begin: '\(Program.name) exercise NAME'.")
    }

    private func give(_ task: ExerciseTask) throws {
      let folder = output ?? "exercise-\(task.name)"
      try FileSystem.makeDirectory(folder)
      let files = zip(task.given, try task.givenArrays()).flatMap { name, matrix in
        [
          (name: "\(name).npy", content: NumPyArray(matrix).bytes),
          (name: "\(name).tsv", content: Array(Self.text(matrix).utf8)),
        ]
      }
      let foreign = files.map { (path: "\(folder)/\($0.name)", bytes: $0.content) }.filter { path, bytes in
        FileSystem.exists(path) && FileSystem.read(path, atMost: bytes.count + 1) != bytes
      }
      guard foreign.isEmpty else { throw RunDirectoryError.foreignFiles(paths: foreign.map(\.0)) }
      try Folder(folder).write(files.map { ($0.name, .bytes($0.content)) })
      if json {
        Console.print(try JSONText.of(Description(task)))
        return
      }
      let answer = task.answers.map { "\($0).npy" }.joined(separator: " ")
      Console.print(TextWrapping.wrap(task.task))
      Console.print("\nGiven, as .npy and .tsv: \(task.given.map { "\(folder)/\($0)" }.joined(separator: ", "))")
      Console.print("Check your answer: \(Program.name) exercise \(task.name) \(answer)")
    }

    private func check(_ task: ExerciseTask) throws {
      let verdict = try task.verdict(on: answers.map { try AnswerFile($0).matrix })
      if json {
        Console.print(try JSONText.of(VerdictDescription(isRight: verdict.isRight, text: "\(verdict)")))
      } else {
        Console.print(TextWrapping.wrap("\(verdict)"))
      }
      if !verdict.isRight { throw Self.wrong }
    }

    /// A row per line, separated by tabs.
    private static func text(_ matrix: Matrix) -> String {
      (0..<matrix.rows).map { matrix.row($0).map(\.tableText).joined(separator: "\t") + "\n" }.joined()
    }
  }

  private struct Description: Encodable {
    let name: String
    let task: String
    let given: [String]
    let answers: [String]

    init(_ task: ExerciseTask) {
      (name, self.task, given, answers) = (task.name, task.task, task.given, task.answers)
    }
  }

  private struct VerdictDescription: Encodable {
    let isRight: Bool
    let text: String
  }
}
