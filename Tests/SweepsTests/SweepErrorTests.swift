import Sweeps
import Testing

@Suite struct SweepErrorTests {
  @Test func errorsNameTheOption() {
    #expect("\(SweepError.axis(text: "eta", reason: "it has no values."))" == "--vary eta: it has no values.")
  }
}
