import Foundation
import Testing
import TimelineTestSupport

/// No output of the readers depends on the day they run: the program runs under a clock that says
/// 2001 and must print the same.
@Suite("The clock")
struct ClockTests {
  /// Stands in front of the C library and always tells 2001-09-09.
  static let fakeClock = """
    #include <sys/time.h>
    #include <time.h>
    time_t time(time_t *now) { if (now) *now = 1000000000; return 1000000000; }
    int clock_gettime(clockid_t clock, struct timespec *now) {
      now->tv_sec = 1000000000; now->tv_nsec = 0; return 0;
    }
    int gettimeofday(struct timeval *now, void *zone) {
      now->tv_sec = 1000000000; now->tv_usec = 0; return 0;
    }
    """

  @Test func nothingReadDependsOnIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.fakeClock.write(
      to: folder.appending(path: "clock.c"), atomically: true, encoding: .utf8)
    let text = """
      They met last Friday and will meet again in May. The deal was signed two years ago; a further \
      one is due next year, before Christmas. On 12/03/2015 they had agreed on nothing. In recent \
      weeks, officials said yesterday, talks had stalled, as they did at Easter.
      """
    try text.write(to: folder.appending(path: "text.txt"), atomically: true, encoding: .utf8)
    let compiled = try BuiltProgram.shell("cc -shared -fPIC -o clock.so clock.c", in: folder)
    guard compiled.status == 0 else {
      print("no C compiler: the test with a faked clock is skipped")
      return
    }
    let check = try BuiltProgram.shell("LD_PRELOAD=$PWD/clock.so date -u +%Y", in: folder)
    guard check.output.hasPrefix("2001") else {
      print("the clock cannot be faked here: the test is skipped")
      return
    }
    let runs = [
      "timeline tag --jsonl text.txt", "timeline tag --jsonl --published 2018-05-07 text.txt",
      "timeline extract --jsonl text.txt",
      "timeline extract --jsonl --published 2018-05-07 text.txt",
    ]
    for run in runs {
      let now = try BuiltProgram.shell(run, in: folder)
      let then = try BuiltProgram.shell("LD_PRELOAD=$PWD/clock.so TZ=Asia/Tokyo " + run, in: folder)
      #expect(now.status == 0)
      #expect(!now.output.isEmpty)
      #expect(then.output == now.output, "\(run)")
    }
  }
}
