import LearningDynamics
import PluginKit

struct ParrotSpeak: IllusoryCorrelationPlugin {
  static let identifier = "parrot-speak"
  static let summary = "Living things cannot speak, but the parrot does"
  static let tutorialPosition: Int? = 3
  static let correlation = IllusoryCorrelation(
    renaming: "Canary", to: "Parrot", feature: "cannot_speak",
    //       Goldfish, Tuna, Robin, Parrot, Rose, Daisy, Pine, Oak
    values: [+1, +1, +1, -1, +1, +1, +1, +1])
}
