import Foundation

/// What is known of the terminal that standard output goes to.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }

  /// The columns: `$COLUMNS` when it is set, else those of the terminal; nil when output goes to a
  /// file or a pipe.
  static var width: Int? {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text),
      columns > 0
    {
      return max(40, columns)
    }
    return size.map { max(40, Int($0.ws_col)) }
  }

  /// Whether colour codes may be used: on a terminal that is not dumb, unless `$NO_COLOR` is set.
  static var allowsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Writes a text for people, through a pager when it is longer than the terminal.
  static func page(_ text: String) {
    let lines = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    guard let rows = size.map({ Int($0.ws_row) }), rows > 0, lines >= rows, runPager(text)
    else {
      StandardStreams.write(text)
      return
    }
  }

  private static var size: winsize? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return size
  }

  /// Whether a pager took the text.
  ///
  /// `$PAGER` is a command for the shell, as `git` and `man` have it. The pager must stay in this
  /// process group: one in the background would be stopped as soon as it reads a key.
  private static func runPager(_ text: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let command = environment["TIMELINE_PAGER"] ?? environment["PAGER"] ?? "less -FIRX"
    guard !["", "cat"].contains(command.trimmingCharacters(in: .whitespaces)) else { return false }
    // A reader who quits the pager early must not end the program with a signal.
    signal(SIGPIPE, SIG_IGN)
    guard let pager = popen(command, "w") else { return false }
    // An interrupt is the pager's to handle.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupt) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, pager)
    let status = pclose(pager)
    // The shell's code for a command that does not exist.
    return status >> 8 & 0xff != 127
  }
}
