/// What the record of a sweep says of its finished table, so that a table that was changed afterwards is noticed.
///
/// The checksum depends on every byte and on the place of each: a changed digit and two rows in each other's place are found,
/// and so is a file that was cut. It is there for accidents and edits. Somebody who wants to deceive can change the record too.
struct TableMark: Codable, Hashable, Sendable {
  /// The size of the file.
  var bytes: Int
  /// The checksum of the file.
  var checksum: String
}
