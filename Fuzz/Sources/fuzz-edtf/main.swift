// Reads bytes as EDTF and as a TIMEX3 value: what is read must print, read again as the same value,
// and cover days in order.

import CLibFuzzer
import Chronology
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let status = LLVMFuzzerRunDriver(&count, &arguments) { start, count in
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  if let edtf = try? EDTF(text) {
    precondition((try? EDTF(edtf.description)) == edtf, "\(edtf) is not read again")
    if let first = edtf.span.earliest, let last = edtf.span.latest {
      precondition(first <= last, "\(edtf) ends before it begins")
    }
    precondition(!DateText.short(edtf).isEmpty && !DateText.long(edtf).isEmpty)
  }
  if let value = try? TIMEX3Value(text) {
    precondition((try? TIMEX3Value(value.description)) == value, "\(value) is not read again")
    if let span = value.span, let first = span.earliest, let last = span.latest {
      precondition(first <= last, "\(value) ends before it begins")
    }
  }
  return 0
}
exit(status)
