// Reads bytes as a query: what is read must print and read again as the same value.

import CLibFuzzer
import Glibc
import TimelineQuery

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let status = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  if let query = try? EventQuery(parsing: text) {
    precondition(
      (try? EventQuery(parsing: query.description)) == query, "\(query) is not read again")
  }
  return 0
}
exit(status)
