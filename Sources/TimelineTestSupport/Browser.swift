public import Foundation

/// A headless Chromium, driven over the DevTools protocol through a pair of pipes.
///
///     let browser = try Browser()
///     try browser.open(page, width: 1280, height: 800)
///     let title = try browser.evaluate("document.title") as? String
///
/// Source: https://chromedevtools.github.io/devtools-protocol/
public final class Browser {
  /// What can go wrong with a browser.
  public enum Failure: Error {
    /// No Chromium on this machine.
    case notInstalled
    /// It did not answer in time, or went away.
    case silent(String)
    /// It answered with an error, or the script threw one.
    case refused(String)
  }

  /// Where Chromium is; nil when it is not installed.
  public static let executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Messages on the console, log entries and uncaught errors since the page was opened.
  public private(set) var messages: [String] = []
  /// Addresses that the page asked for, besides its own.
  public private(set) var requests: [String] = []

  private let process = Process()
  private let folder: URL
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private var session: String?
  private var page = ""
  private var nextId = 0
  private var buffer: [UInt8] = []
  private var isLoaded = false

  /// Starts a browser with one empty page.
  ///
  /// - Throws: `Failure` when there is none or it does not answer.
  public init() throws {
    guard let executable = Browser.executable else { throw Failure.notInstalled }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "browser-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["in", "out"].map { folder.appending(path: $0).path }
    for path in pipes { mkfifo(path, 0o600) }
    // Opened for both directions, a pipe waits for no one; nobody else reads or writes them here.
    toBrowser = Foundation.open(pipes[0], O_RDWR)
    fromBrowser = Foundation.open(pipes[1], O_RDWR)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "exec \"$0\" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run "
        + "--disable-background-networking --disable-dev-shm-usage --remote-debugging-pipe "
        + "\"--user-data-dir=$1/profile\" 3<\"$1/in\" 4>\"$1/out\" 2>/dev/null", executable,
      folder.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let target = try command("Target.createTarget", ["url": "about:blank"])
    let attached = try command(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log"] { _ = try command("\(domain).enable") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    close(toBrowser)
    close(fromBrowser)
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens a page in a window of that size and waits until it has loaded.
  ///
  /// - Parameters:
  ///   - text: the page; it is opened as a file, as from a mail attachment.
  ///   - width: the width of the window.
  ///   - height: the height of the window.
  ///   - fragment: what follows `#` in its address.
  /// - Returns: the seconds until the load event.
  /// - Throws: `Failure`.
  @discardableResult
  public func open(_ text: String, width: Int, height: Int, fragment: String = "") throws -> Double
  {
    let file = folder.appending(path: "page.html")
    try Data(text.utf8).write(to: file)
    _ = try command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    page = "file://" + file.path
    messages = []
    requests = []
    isLoaded = false
    let start = Date()
    // A fragment alone would not load the file again.
    _ = try command("Page.navigate", ["url": page + (fragment.isEmpty ? "" : "#" + fragment)])
    while !isLoaded { handle(try message()) }
    return Date().timeIntervalSince(start)
  }

  /// The value of an expression, a promise's once it is kept.
  ///
  /// - Throws: `Failure`, also when the expression throws.
  @discardableResult
  public func evaluate(_ expression: String) throws -> Any? {
    let answer = try command(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let details = answer["exceptionDetails"] as? [String: Any] {
      throw Failure.refused("\(expression): \(details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Clicks at the middle of the first element of a selector, as a mouse does.
  ///
  /// - Throws: `Failure`.
  public func click(_ selector: String) throws {
    let point = try evaluate(
      """
      (() => { const node = document.querySelector(\(Browser.quoted(selector)));
      node.scrollIntoView({ block: "center" }); const box = node.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2]; })()
      """)
    guard let point = point as? [Double], point.count == 2 else {
      throw Failure.refused("there is no \(selector)")
    }
    for type in ["mousePressed", "mouseReleased"] {
      _ = try command(
        "Input.dispatchMouseEvent",
        ["type": type, "x": point[0], "y": point[1], "button": "left", "clickCount": 1])
    }
  }

  /// Types a text where the focus is.
  ///
  /// - Throws: `Failure`.
  public func type(_ text: String) throws {
    _ = try command("Input.insertText", ["text": text])
  }

  /// Presses a key of the keyboard, such as `ArrowDown`.
  ///
  /// - Throws: `Failure`.
  public func press(_ key: String) throws {
    for type in ["keyDown", "keyUp"] {
      _ = try command("Input.dispatchKeyEvent", ["type": type, "key": key])
    }
  }

  /// What the window shows, as a PNG file.
  ///
  /// - Throws: `Failure`.
  public func screenshot() throws -> Data {
    let answer = try command("Page.captureScreenshot", ["format": "png"])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// The page as it is printed, as a PDF file.
  ///
  /// - Throws: `Failure`.
  public func printedPDF() throws -> Data {
    let answer = try command("Page.printToPDF", ["printBackground": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// Sends a command of the protocol and waits for its answer.
  ///
  /// - Throws: `Failure`.
  @discardableResult
  public func command(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    nextId += 1
    var request: [String: Any] = ["id": nextId, "method": method, "params": parameters]
    if let session { request["sessionId"] = session }
    let bytes = try JSONSerialization.data(withJSONObject: request) + [0]
    try FileHandle(fileDescriptor: toBrowser).write(contentsOf: bytes)
    while true {
      let answer = try message()
      guard answer["id"] as? Int == nextId else {
        handle(answer)
        continue
      }
      if let error = answer["error"] { throw Failure.refused("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// A text as a literal of JavaScript.
  public static func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: [text])
    return String(
      String(decoding: data ?? Data("[\"\"]".utf8), as: UTF8.self).dropFirst().dropLast())
  }

  private func handle(_ event: [String: Any]) {
    let parameters = event["params"] as? [String: Any] ?? [:]
    switch event["method"] as? String {
    case "Page.loadEventFired": isLoaded = true
    case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
      messages.append("\(parameters)")
    case "Network.requestWillBeSent":
      let url = (parameters["request"] as? [String: Any])?["url"] as? String ?? ""
      if !url.hasPrefix(page) { requests.append(url) }
    default: break
    }
  }

  /// The next message of the browser; they are ended by zero bytes.
  private func message() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let object = try JSONSerialization.jsonObject(with: Data(buffer[..<end]))
        buffer.removeSubrange(...end)
        return object as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 90_000) > 0 else { throw Failure.silent("no answer in 90 s") }
      var chunk = [UInt8](repeating: 0, count: 1 << 20)
      let count = read(fromBrowser, &chunk, chunk.count)
      guard count > 0 else { throw Failure.silent("the browser went away") }
      buffer += chunk[..<count]
    }
  }
}
