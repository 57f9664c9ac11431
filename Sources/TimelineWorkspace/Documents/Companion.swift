import Dispatch
import Foundation
import Synchronization

/// One piece of work that goes on beside the caller's own until its result is asked for.
///
/// Example: `let old = Companion { read(old) }`, and later `old.result`.
final class Companion<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let done = DispatchGroup()

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    done.enter()
    let thread = Thread { [self] in
      let result = work()
      value.withLock { $0 = result }
      done.leave()
    }
    thread.stackSize = OrderedWork.stackSize
    thread.start()
  }

  /// What it gave, once it is done.
  var result: Value {
    wait()
    guard let result = value.withLock({ $0 }) else {
      preconditionFailure("the work is done, so it has a result")
    }
    return result
  }

  /// Waits until it is done.
  func wait() { done.wait() }
}
