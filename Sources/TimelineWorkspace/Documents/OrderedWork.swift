import Dispatch
import Foundation
import Synchronization

/// The same work on many inputs, done on several threads, with the results handed on in the order
/// of the inputs.
///
/// The result does not depend on the number of threads nor on who is done first. Memory does not
/// grow with the number of inputs: no more than `window` results for each thread are made or wait
/// for their turn.
///
/// Example: `OrderedWork.run(on: paths, work: read) { print($0) }`.
public enum OrderedWork {
  /// Results for each thread that may wait behind one that takes longer.
  static let window = 16
  /// The stack of a thread, in bytes: as much as the main thread has.
  static let stackSize = 8 << 20

  /// The number of processors that this process may use: fewer than there are when it is bound to
  /// some, as by `taskset` or in a container.
  public static var processors: Int {
    let there = ProcessInfo.processInfo.activeProcessorCount
    let name = "Cpus_allowed:"
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let mask = status.split(separator: "\n").first(where: { $0.hasPrefix(name) })
    else { return there }
    // Hexadecimal digits, a bit for each processor.
    let allowed = mask.dropFirst(name.count).compactMap(\.hexDigitValue)
      .reduce(0) { $0 + $1.nonzeroBitCount }
    return max(1, min(there, allowed))
  }

  /// Does `work` on every input, and hands what it gives to `deliver`, on the calling thread.
  ///
  /// - Throws: what `deliver` throws; no further input is begun then.
  public static func run<Input: Sendable, Output: Sendable>(
    on inputs: [Input], threads wished: Int = processors,
    work: @escaping @Sendable (Input) -> Output, deliver: (Output) throws -> Void
  ) rethrows {
    let threads = min(wished, inputs.count)
    guard threads > 1 else {
      for input in inputs { try deliver(work(input)) }
      return
    }
    let board = Board<Output>(count: inputs.count, window: threads * window)
    let workers = DispatchGroup()
    for _ in 0..<threads {
      workers.enter()
      let thread = Thread {
        while let index = board.next() { board.put(work(inputs[index]), at: index) }
        workers.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    defer {
      board.close(threads: threads)
      workers.wait()
    }
    var delivered = 0
    while delivered < inputs.count {
      for output in board.ready() {
        try deliver(output)
        board.makeRoom()
        delivered += 1
      }
    }
  }

  /// Where workers take the numbers of inputs and leave results.
  private final class Board<Output: Sendable>: Sendable {
    private struct State {
      var taken = 0
      var fetched = 0
      var waiting: [Int: Output] = [:]
      var isClosed = false
    }

    private let count: Int
    private let state = Mutex(State())
    /// Counts the results that may still be begun.
    private let room = DispatchSemaphore(value: 0)
    /// Counts the results that were left here.
    private let results = DispatchSemaphore(value: 0)

    init(count: Int, window: Int) {
      self.count = count
      for _ in 0..<window { room.signal() }
    }

    /// The number of the next input, as soon as there is room for its result; nil at the end.
    func next() -> Int? {
      room.wait()
      return state.withLock { state in
        guard !state.isClosed, state.taken < count else { return nil }
        state.taken += 1
        return state.taken - 1
      }
    }

    func put(_ output: Output, at index: Int) {
      state.withLock { $0.waiting[index] = output }
      results.signal()
    }

    /// Waits for a result, then gives those whose turn it is.
    func ready() -> [Output] {
      results.wait()
      return state.withLock { state in
        var outputs: [Output] = []
        while let output = state.waiting.removeValue(forKey: state.fetched) {
          outputs.append(output)
          state.fetched += 1
        }
        return outputs
      }
    }

    /// Says that a result is handed on.
    func makeRoom() { room.signal() }

    /// Lets every worker go home after what it is at.
    func close(threads: Int) {
      state.withLock { $0.isClosed = true }
      for _ in 0..<threads { room.signal() }
    }
  }
}
