// Tags bytes as a document: expressions must lie inside the text, in order, apart, and on the
// boundaries of characters.

import CLibFuzzer
import Glibc
import TimelineIngest
import TimelineModel

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let status = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let bytes = Array(text.utf8)
  var end = 0
  for expression in TimeTagger().tag(Document(name: "fuzz", utf8: bytes)) {
    let range = expression.range
    precondition(range.lowerBound >= end && range.upperBound <= bytes.count && !range.isEmpty)
    for edge in [range.lowerBound, range.upperBound] where edge < bytes.count {
      precondition(bytes[edge] & 0xc0 != 0x80, "inside a character")
    }
    end = range.upperBound
  }
  return 0
}
exit(status)
