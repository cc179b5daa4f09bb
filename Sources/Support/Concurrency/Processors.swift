/// The processors of the machine.
public enum Processors {
  /// How many there are, at least 1.
  public static let count = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
}
