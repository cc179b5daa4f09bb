internal import Experiments
internal import Support

/// Words of a `#SBATCH` line as sbatch reads them back.
///
/// It is no shell: a backslash takes the meaning from what follows, between quotes of either kind too; `#` outside of
/// quotes begins a comment; `$` and backticks mean nothing. (Slurm 22.05, `src/sbatch/opt.c`.)
enum SlurmWord {
  /// A word between quotation marks, or as it is if it has none but harmless characters.
  static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.utf8.allSatisfy(ShellWord.isHarmless) else { return word }
    var quoted = "\"".unicodeScalars
    for scalar in word.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The pattern of the name of a log file in a folder, one file for each task: job, underscore, task.
  ///
  /// `%%` stands for a percent sign. In a name with a backslash Slurm fills in nothing, and takes each backslash for the
  /// one that stands before another: there all tasks write into one file.
  static func logPattern(folder: String) -> String {
    if folder.unicodeScalars.contains("\\") {
      return replacing("\\", with: "\\\\", in: folder) + "/logs/tasks.log"
    }
    return replacing("%", with: "%%", in: folder) + "/logs/%A_%a.log"
  }

  private static func replacing(_ character: Unicode.Scalar, with text: String, in word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar == character { result.append(contentsOf: text.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }
}
