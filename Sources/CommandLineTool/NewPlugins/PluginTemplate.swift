/// The files that `dlnn-sim new` writes. Each works as it is; comments explain what to change.
enum PluginTemplate {
  /// An illusory correlation on its own tree, in Swift.
  static func dataset(_ type: String, _ identifier: String) -> String {
    """
    import GSL
    import LearningDynamics
    import PluginKit

    /// Three of four birds fly. The network first learns what birds have in common, and so predicts that the penguin flies
    /// too.
    struct \(type): IllusoryCorrelationPlugin {
      static let identifier = "\(identifier)"
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

    """
  }

  /// The same dataset as a YAML file.
  static let datasetFile = """
    # Three of four birds fly. The network first learns what birds have in common, and so predicts that the penguin flies
    # too.
    summary: Birds can fly, but the penguin cannot

    # The network first learns what a group has in common. For an illusion, the exception must be outvoted in its group:
    # here three of four birds fly. Without 'tree', the items are the tutorial's eight.
    tree:
      animals:
        birds: [Robin, Canary, Eagle, Penguin]
        fish: [Goldfish, Tuna, Salmon, Trout]
      plants:
        flowers: [Rose, Daisy, Tulip, Violet]
        trees: [Pine, Oak, Birch, Maple]

    # This feature is added to the sampled ones. Its prediction for the probe is followed.
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

    /// The epoch at which the loss has halved.
    struct \(type): AnalysisPlugin {
      static let identifier = "\(identifier)"
      static let summary = "The epoch at which the loss has halved"

      // The first run is the main training; its state t is the network before update t.
      func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
        let losses = runs[0].losses
        let epoch = losses.firstIndex { $0 <= losses[0] / 2 }
        var marks: [Layer] = [.level(losses[0] / 2, .guide, title: "half of the initial loss")]
        if let epoch {
          let (from, to) = (Double(epoch) - 0.5, Double(epoch) + 0.5)
          marks.append(.band(from: from, to: to, color: Color(0xFBE3D6), title: "epoch \\(epoch)"))
        }
        return Analysis(
          // Written to run.json.
          result: ["epoch": epoch],
          // Printed after the run.
          summary: [epoch.map { "the loss has halved by epoch \\($0)" } ?? "the loss has not halved"],
          // A figure has panels with layers, and the tables that the layers are drawn from.
          figures: [
            .line(
              Self.identifier, losses, column: "loss", title: "Halved loss of \\(subject.dataset.identifier)",
              y: .loss(losses), style: .loss, caption: "The epoch at which the loss has halved", with: marks)
          ])
      }
    }

    """
  }
}
