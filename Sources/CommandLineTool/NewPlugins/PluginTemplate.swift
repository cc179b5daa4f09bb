/// The files that `dlnn-sim new` writes: each works as it is, and says what to change.
enum PluginTemplate {
  /// An illusory correlation on a tree of its own, in Swift.
  static func dataset(_ type: String, _ identifier: String) -> String {
    """
    import GSL
    import LearningDynamics
    import PluginKit

    /// Three of four birds fly. While the network knows birds, but not yet each single one, it believes that the penguin
    /// flies too.
    struct \(type): IllusoryCorrelationPlugin {
      static let identifier = "\(identifier)"
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

    """
  }

  /// The same as a file.
  static let datasetFile = """
    # Three of four birds fly. While the network knows birds, but not yet each single one, it believes that the penguin
    # flies too.
    summary: Birds can fly, but the penguin cannot

    # What a group shares is learned together. For an illusion the exception has to be outvoted in its group: three of four
    # birds fly. Without 'tree' the items are the tutorial's eight.
    tree:
      animals:
        birds: [Robin, Canary, Eagle, Penguin]
        fish: [Goldfish, Tuna, Salmon, Trout]
      plants:
        flowers: [Rose, Daisy, Tulip, Violet]
        trees: [Pine, Oak, Birch, Maple]

    # This feature is added to the sampled ones. The prediction of it for the probe is followed.
    feature: can_fly
    holds-for: [Robin, Canary, Eagle]
    probe: Penguin

    """

  /// An analysis with a result, a sentence and a figure.
  static func analysis(_ type: String, _ identifier: String) -> String {
    """
    import Gnuplot
    import LearningDynamics
    import PluginKit

    /// When half of the loss is gone.
    struct \(type): AnalysisPlugin {
      static let identifier = "\(identifier)"
      static let summary = "The epoch at which half of the loss is gone"

      // The first run is the main training; its state t is the network before update t.
      func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
        let losses = runs[0].losses
        let epoch = losses.firstIndex { $0 <= losses[0] / 2 }
        var marks: [Layer] = [.level(losses[0] / 2, .guide, title: "half of it")]
        if let epoch {
          let (from, to) = (Double(epoch) - 0.5, Double(epoch) + 0.5)
          marks.append(.band(from: from, to: to, color: Color(0xFBE3D6), title: "epoch \\(epoch)"))
        }
        return Analysis(
          // Goes into run.json.
          result: ["epoch": epoch],
          // Stands under the run.
          summary: [epoch.map { "half of the loss is gone at epoch \\($0)" } ?? "half of the loss is still there"],
          // A figure is a value: panels of layers, and the tables that the layers draw from.
          figures: [
            .line(
              Self.identifier, losses, column: "loss", title: "Half of the loss of \\(subject.dataset.identifier)",
              y: .loss(losses), style: .loss, caption: "When half of the loss is gone", with: marks)
          ])
      }
    }

    """
  }
}
