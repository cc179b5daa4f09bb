import GSL
import LearningDynamics
import PluginKit

/// Three of four birds fly. While the network knows birds, but not yet each single one, it believes that the penguin
/// flies too.
struct MyPenguin: IllusoryCorrelationPlugin {
  static let identifier = "my-penguin"
  static let summary = "Birds can fly, but the penguin cannot"

  // What a group shares is learned together. For an illusion the exception has to be outvoted in its group: three of
  // four birds fly. Without 'tree' the items are the tutorial's eight.
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

  // This feature is added to the sampled ones. The prediction of it for the probe is followed.
  static let correlation = IllusoryCorrelation(
    feature: "can_fly", holdingFor: ["Robin", "Canary", "Eagle"], probe: "Penguin")
}
