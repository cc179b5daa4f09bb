import GSL
import LearningDynamics
import PluginKit

/// Three of four birds fly. The network first learns what birds have in common, and so predicts that the penguin flies
/// too.
struct MyPenguin: IllusoryCorrelationPlugin {
  static let identifier = "my-penguin"
  static let summary = "Birds can fly, but the penguin cannot"

  // The network first learns what a group has in common. For an illusion, the exception must be outvoted in its group:
  // here three of four birds fly. Without 'tree', the items are the tutorial's eight.
  static let tree: ItemTree? = [
    "animals": [
      "birds": ["Robin", "Canary", "Eagle", "Penguin"],
      "fish": ["Goldfish", "Tuna", "Salmon", "Trout"],
    ],
    "plants": [
      "flowers": ["Rose", "Daisy", "Tulip", "Violet"],
      "trees": ["Pine", "Oak", "Birch", "Maple"],
    ],
  ]

  // This feature is added to the sampled ones. Its prediction for the probe is followed.
  static let correlation = IllusoryCorrelation(
    feature: "can_fly", holdingFor: ["Robin", "Canary", "Eagle"], probe: "Penguin")
}
