/// The files that `dlnn-sim new` writes. Each works as it is; comments explain what to change.
enum PluginTemplate {
  /// The tree of both dataset files.
  private static let tree = """
    tree:
      animals:
        birds: [Robin, Canary, Eagle, Penguin]
        fish: [Goldfish, Tuna, Salmon, Trout]
      plants:
        flowers: [Rose, Daisy, Tulip, Violet]
        trees: [Pine, Oak, Birch, Maple]
    """

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

  /// A history on the tutorial's tree, in Swift.
  static func history(_ type: String, _ identifier: String) -> String {
    """
    import LearningDynamics
    import PluginKit

    /// Seven living things are learned, then the oak alone. The network forgets what it knew, above all of the pine.
    struct \(type): SampledTreePlugin {
      static let identifier = "\(identifier)"
      static let summary = "Seven items first, then the oak alone, then all"

      // What is taught one after the other. A phase lasts its epochs, or until its loss is small enough. It can also teach other
      // features: seed: 7 (another sample), revising: ["Oak": 7] (one item's), isReversed: true.
      func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
        [
          PhaseSettings(epochs: 250, without: ["Oak"]),
          PhaseSettings(until: 0.01, only: ["Oak"]),
          PhaseSettings("all again", epochs: 250),
        ]
      }
    }

    """
  }

  /// A history as a YAML file.
  static let historyFile = """
    # Birds without the penguin are learned first, then the penguin alone. What happens to the other birds?
    summary: The penguin is learned last

    \(tree)

    feature: can_fly
    holds-for: [Robin, Canary, Eagle]
    probe: Penguin

    # What is taught one after the other. A phase lasts its epochs, or until its loss is small enough.
    phases:
    - {without: [Penguin]}
    - {only: [Penguin], until: 0.01}
    - {name: all again, epochs: 250}

    """

  /// The same dataset as a YAML file.
  static let datasetFile = """
    # Three of four birds fly. The network first learns what birds have in common, and so predicts that the penguin flies
    # too.
    summary: Birds can fly, but the penguin cannot

    # The network first learns what a group has in common. For an illusion, the exception must be outvoted in its group:
    # here three of four birds fly. Without 'tree', the items are the tutorial's eight.
    \(tree)

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
