/// Exports of a run for other programs, written into the folder `arrays` in a dataset's folder, with contents.txt, which lists them.
public enum Export: String, CaseIterable, Sendable {
  /// X as inputs.npy, P × n; Y as targets.npy, P × N; frequencies.npy, P, if not all items are shown once; and Y with its names as
  /// targets.csv, a line for each item, which can be used as a dataset.
  case data
  /// The main training: at all epochs losses.npy (T + 1), predictions.npy of the probe (T + 1), singular-values.npy of the
  /// end-to-end map and mode-strengths.npy (T + 1, r); epochs.npy, the K epochs at which matrices were kept, and for each
  /// hidden layer l the dot products of the items' activity, similarities-l.npy (K, P, P).
  case recording
  /// The weights of each layer k at the beginning and in the end, first-weights-k.npy and last-weights-k.npy, outputs × inputs; with
  /// biases last-biases-k.npy.
  case weights
  /// The activity of each hidden layer l at the kept epochs, activity-l.npy (K, P, h), and epochs.npy.
  case activity
  /// The end-to-end map W_tot at the epochs given with `--epoch`, or at the first and the last: map.npy (E, N, n), and map-epochs.npy.
  /// A network that is not linear has responses to the items instead (E, N, P).
  case map
  /// The modes of Σ_yx = U S Vᵀ: modes-u.npy (N, k), modes-s.npy (k), modes-v.npy (n, k), and mode-strengths.npy (T + 1, k).
  case modes

  /// The files, in words.
  public var meaning: String {
    switch self {
    case .data: "the dataset (inputs, targets and frequencies as .npy, targets.csv)"
    case .recording:
      "the training (losses, predictions, singular-values, mode-strengths, epochs, similarities-1 …, as .npy)"
    case .weights: "the weights (first-weights-1 … and last-weights-1 …, as .npy)"
    case .activity: "the activity of the hidden units (activity-1 … and epochs, as .npy)"
    case .map: "the map from inputs to outputs (map and map-epochs, as .npy)"
    case .modes: "the modes of the data (modes-u, modes-s, modes-v and mode-strengths, as .npy)"
    }
  }

  /// The exports with the given names, each once.
  static func named(_ names: [String]) -> [Export] { allCases.filter { names.contains($0.rawValue) } }
}
