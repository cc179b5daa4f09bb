import CommandLineTool
import Experiments
import Gnuplot
import LearningDynamics
import Support
import Sweeps
import Testing

/// Errors of the libraries do not name options; the command line adds the option that their advice is about.
@Suite struct ErrorOptionsTests {
  @Test(
    arguments: [
      (TrainingError.startNotFinite, "Choose a smaller initialization scale γ (--gamma)."),
      (TrainingError.narrowHiddenLayer(width: 2, rank: 8), "at least 8 units (--hidden)."),
      (TrainingError.modeStrength(0), "Choose a strength above 0."),
      (PlanError.epochBeyondRun(epoch: 9, dataset: "tree", last: 5), "or train longer (--epochs)."),
      (PlanError.unknownPlugin("a/b.csv", nearest: nil, known: []), "Use the file as a dataset (--dataset)."),
      (PlanError.unknownPlugin("tre", nearest: "tree", known: []), "'dlnn-sim list' shows all plugins."),
      (PlanError.tooManyFiles(65, limit: 64), "Use at most 64 (--dataset)."),
      (PlanError.largeFiles(size: 25 << 20, limit: 24 << 20), "Use fewer or smaller files (--dataset)."),
      (RunDirectoryError.holdsSweep(path: "p"), "Choose another folder (--output)."),
      (RunDirectoryError.foreignReport(path: "p"), "Remove it, or choose another file (--output)."),
      (FileError.inUse(path: "p"), "or choose another folder (--output)."),
      (FileError.notWritten(path: "p", reason: "too many open files"), "or run less in parallel (--jobs)."),
      (FileError.notWritten(path: "p", reason: "no space"), "a folder that you can write to."),
      (SweepError.axis(text: "eta=x", reason: "wrong."), "--vary eta=x: wrong."),
      (SweepError.nothingVaried, "such as eta=20:200:10 (--vary NAME=VALUES)."),
      (SweepError.shard(text: "0/4"), "with N up to 1,000,000 (--shard)."),
      (SweepError.inUse(path: "p"), "its own part (--shard 1/2, --shard 2/2)."),
      (SweepTableError.noRuns(path: "p", filters: ["seed=9"]), "spelled as in the table (--where)."),
      (SweepTableError.tooManyRuns(path: "p", limit: 9), "Choose some of them (--where NAME=VALUE)."),
      (GnuplotError.timedOut(script: "loss.gp", seconds: 1), "Give it more time (--drawing-time)."),
      (GnuplotError.timedOut(script: "--version", seconds: 1), "Give it more time."),
      (GnuplotError.notForText(script: "rsa.gp"), "or choose another figure (--figure)."),
    ] as [(any Error, String)])
  func adviceNamesItsOption(error: any Error, end: String) {
    let told = error.told()
    #expect(told.hasSuffix(end), "\(told)")
    let isPrefixed = end.hasPrefix("--vary")
    #expect(isPrefixed || !"\(error)".replacing("--version", with: "").contains("--"), "\(error)")
  }
}
