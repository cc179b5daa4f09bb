public import Experiments
public import Gnuplot
import NIOCore
import NIOHTTP1
import NIOPosix
public import PluginKit
internal import Support

/// A live page with the controls of a run, served by the program itself: figures update as you drag.
///
/// Nothing is kept on disk except what gnuplot needs while it draws. The work for a page is limited (``ExplorationLimits``);
/// a newer request of a page cancels its older ones.
public struct Explorer: Sendable {
  /// The settings of the server.
  public struct Settings: Sendable {
    /// The address to listen on; by default only this machine can reach it.
    public var address = "127.0.0.1"
    /// The port; 0 for any free one.
    public var port = 8021
    /// Additional host names to accept, besides localhost.
    public var allowedHosts: [String] = []
    /// What the page tells someone who opens it under a host name that is not accepted.
    public var hostAdvice = HostPolicy.usualAdvice
    /// The path under which a front server (a reverse proxy) shows the page, such as "/lecture"; empty for none.
    public var basePath = ""
    /// The sites that may show the page in a frame, such as "https://hub.example.org"; by default none.
    public var framingOrigins: [String] = []
    /// How many runs, and how many drawings, are made in parallel.
    public var jobs = Processors.count
    /// The program's name in command lines.
    public var program = "dlnn-sim"
    /// The limits of a page.
    public var limits = ExplorationLimits()
    /// The time limits of connections.
    var times = ConnectionTimes()

    /// The default settings.
    public init() {}

    /// Whether other machines can reach it.
    public var isOpenToOthers: Bool { !HostPolicy.isLoopback(address) }
  }

  /// Serving needs few threads, because other threads do the work. Each takes some open files.
  private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: min(4, Processors.count))

  private let service: ExplorationService
  private let settings: Settings
  private let router: Router
  private let room: DescriptorRoom

  /// A page for the plugins of a registry.
  ///
  /// - Parameters:
  ///   - registry: all plugins.
  ///   - files: dataset files, offered besides the registry's datasets; changed files are read again.
  ///   - gnuplot: draws the figures.
  ///   - settings: the settings of the server.
  /// - Throws: `FileError` if the temporary folder for drawing cannot be made; ``ExplorerError/tooFewFiles(limit:needed:)``;
  ///   what adding the files throws.
  public init(
    _ registry: PluginRegistry, files: DatasetFileWatch = DatasetFileWatch([DatasetFile]()), gnuplot: GnuplotProgram,
    _ settings: Settings = Settings()
  ) throws {
    // Start the threads now, so that their open files are counted.
    _ = Self.loops
    try self.init(
      registry, files: files, gnuplot: gnuplot, settings, room: DescriptorRoom(drawings: settings.jobs))
  }

  /// As ``init(_:files:gnuplot:_:)``, with a given room for connections.
  init(
    _ registry: PluginRegistry, files: DatasetFileWatch = DatasetFileWatch([DatasetFile]()), gnuplot: GnuplotProgram,
    _ settings: Settings, room: DescriptorRoom
  ) throws {
    self.settings = settings
    self.room = room
    service = try ExplorationService(
      DatasetOffer(registry, files), limits: settings.limits, gnuplot: gnuplot, atOnce: settings.jobs,
      drawings: room.drawings, program: settings.program)
    let hosts = HostPolicy(
      listeningOn: settings.address, allowed: settings.allowedHosts, advice: settings.hostAdvice)
    router = Router(service, hosts: hosts, under: settings.basePath, framedBy: settings.framingOrigins)
  }

  /// Serves until the task is cancelled; then stops all work. Can be called once.
  ///
  /// - Parameter listening: called when the page can be opened, with its address, and with the addresses for other machines
  ///   if it listens on all addresses of this one.
  /// - Throws: ``ExplorerError``; `CancellationError` when the task is cancelled.
  public func run(_ listening: @Sendable (String, [String]) async -> Void = { _, _ in }) async throws {
    let connections = OpenConnections(most: room.connections)
    let channel: any Channel
    do {
      channel = try await bind(connections)
    } catch {
      // The failed server may keep the page in memory for a while, and a process that ends does not wait for that.
      await service.end()
      throw error
    }
    let port = channel.localAddress?.port ?? settings.port
    let page = "\(settings.basePath)/"
    await listening("http://\(shownHost):\(port)\(page)", otherHosts.map { "http://\($0):\(port)\(page)" })
    try await withTaskCancellationHandler {
      try await channel.closeFuture.get()
    } onCancel: {
      channel.close(promise: nil)
    }
    connections.close()
    await service.end()
    try Task.checkCancellation()
  }

  /// This machine's addresses in its networks, if it listens on all of them.
  private var otherHosts: [String] {
    guard ["0.0.0.0", "::"].contains(settings.address) else { return [] }
    let addresses = (try? System.enumerateDevices())?.compactMap(\.address) ?? []
    return addresses.filter { $0.protocol == .inet }.compactMap(\.ipAddress).filter { !$0.hasPrefix("127.") }
  }

  /// The host to type into a browser on this machine.
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
          case .rejected: return try pipeline.addHandler(RejectedConnection(within: times))
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
      throw .notListening(address: settings.address, port: settings.port, reason: "the address does not exist")
    }
  }
}
