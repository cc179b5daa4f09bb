public import Experiments
public import Gnuplot
import NIOCore
import NIOHTTP1
import NIOPosix
public import PluginKit
internal import Support

/// A page with the controls of a run, served by the program itself: the figures follow the hand.
///
/// Nothing is kept on disk but what gnuplot needs while it draws. Who may ask, and for how much, is bounded
/// (``ExplorationLimits``); a page that asks for something newer drops what it asked for before.
public struct Explorer: Sendable {
  /// Where and how it is served.
  public struct Settings: Sendable {
    /// The address to listen on; by default reached from this machine only.
    public var address = "127.0.0.1"
    /// The port; 0 for any that is free.
    public var port = 8021
    /// Names of this machine by which it may be asked for, beside localhost.
    public var allowedHosts: [String] = []
    /// How many runs and how many drawings are made at a time.
    public var jobs = FileSystem.processorCount
    /// What the program is called in command lines.
    public var program = "dlnn-sim"
    /// What a page may ask for.
    public var limits = ExplorationLimits()
    /// How long connections may take.
    var times = ConnectionTimes()

    /// The settings as they usually are.
    public init() {}

    /// Whether others than programs on this machine can reach it.
    public var isOpenToOthers: Bool { !HostPolicy.isLoopback(address) }
  }

  /// A page needs few threads to be served: its work is done elsewhere. Each of them takes some open files.
  private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: min(4, FileSystem.processorCount))

  private let studio: Studio
  private let settings: Settings
  private let router: Router
  private let room: DescriptorRoom

  /// A page for the plugins of a registry.
  ///
  /// - Parameters:
  ///   - registry: the plugins there are.
  ///   - files: dataset files, offered beside the registry's datasets; those that change are read again.
  ///   - gnuplot: what draws.
  ///   - settings: where and how.
  /// - Throws: `FileError` when there is no temporary folder to draw in; ``ExplorerError/tooFewFiles(limit:needed:)``;
  ///   what adding the files throws.
  public init(
    _ registry: PluginRegistry, files: DatasetFileWatch = DatasetFileWatch([DatasetFile]()), gnuplot: GnuplotProgram,
    _ settings: Settings = Settings()
  ) throws {
    // Their open files are to be counted.
    _ = Self.loops
    try self.init(
      registry, files: files, gnuplot: gnuplot, settings, room: DescriptorRoom(drawings: settings.jobs))
  }

  /// As ``init(_:files:gnuplot:_:)``, with other room for connections.
  init(
    _ registry: PluginRegistry, files: DatasetFileWatch = DatasetFileWatch([DatasetFile]()), gnuplot: GnuplotProgram,
    _ settings: Settings, room: DescriptorRoom
  ) throws {
    self.settings = settings
    self.room = room
    studio = try Studio(
      DatasetOffer(registry, files), limits: settings.limits, gnuplot: gnuplot, atOnce: settings.jobs,
      drawings: room.drawings, program: settings.program)
    router = Router(studio, hosts: HostPolicy(listeningOn: settings.address, allowed: settings.allowedHosts))
  }

  /// Serves until the task is cancelled, once; then nothing is left of what it was doing.
  ///
  /// - Parameter listening: is told the page's address once it can be opened, and the addresses under which others find it
  ///   where all of this machine's are listened on.
  /// - Throws: ``ExplorerError``; `CancellationError` when it is ended.
  public func run(_ listening: @Sendable (String, [String]) async -> Void = { _, _ in }) async throws {
    let connections = OpenConnections(most: room.connections)
    let channel: any Channel
    do {
      channel = try await bind(connections)
    } catch {
      // What was to listen may hold on to the page for a while, and a process that ends does not wait for it.
      await studio.end()
      throw error
    }
    let port = channel.localAddress?.port ?? settings.port
    await listening("http://\(shownHost):\(port)/", otherHosts.map { "http://\($0):\(port)/" })
    try await withTaskCancellationHandler {
      try await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
    connections.close()
    await studio.end()
    try Task.checkCancellation()
  }

  /// This machine's numbers in its networks, where all are listened on.
  private var otherHosts: [String] {
    guard ["0.0.0.0", "::"].contains(settings.address) else { return [] }
    let addresses = (try? System.enumerateDevices())?.compactMap(\.address) ?? []
    return addresses.filter { $0.protocol == .inet }.compactMap(\.ipAddress).filter { !$0.hasPrefix("127.") }
  }

  /// What to type into a browser on this machine.
  private var shownHost: String {
    switch settings.address {
    case "127.0.0.1", "0.0.0.0", "::", "::1": "localhost"
    case let address: address.contains(":") ? "[\(address)]" : address
    }
  }

  private func bind(_ connections: OpenConnections) async throws(ExplorerError) -> any Channel {
    var limits = NIOHTTPDecoderLimitConfiguration()
    (limits.maxHeaderFieldSize, limits.maxHeaderListSize, limits.maxHeaderFieldCount) = (16_384, 32_768, 100)
    let (router, times) = (router, settings.times)
    let bootstrap = ServerBootstrap(group: Self.loops)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AcceptGate(connections))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { [limits] channel in
        let admission = connections.takeIn(channel)
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          switch admission {
          case .taken: break
          case .turnedAway: return try pipeline.addHandler(TurnedAway(within: times))
          case .ended: throw ChannelError.ioOnClosedChannel
          }
          let front = ConnectionFront(connections)
          try pipeline.addHandler(front)
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
          try pipeline.addHandler(PageConnection(router, behind: front, within: times))
        }
      }
    do {
      return try await bootstrap.bind(host: settings.address, port: settings.port).get()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw .portInUse(address: settings.address, port: settings.port)
    } catch let error as IOError {
      throw .notListening(
        address: settings.address, port: settings.port, reason: String(cString: strerror(error.errnoCode)))
    } catch {
      throw .notListening(address: settings.address, port: settings.port, reason: "there is no such address")
    }
  }
}
