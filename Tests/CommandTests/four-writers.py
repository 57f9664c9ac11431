"""Four writers at once, each killed at a random moment, and readers beside them.

usage: four-writers.py POINTS SEED [--disk KB] [--read-only]

In an empty folder, with `timeline` on the path. `--disk` works on a file system in memory with a
random number of free kilobytes up to KB; `--read-only` lets the writers try on a folder that may
not be written. Both mount a tmpfs and need the right to; exit code 3 says that it is missing.

Prints what went wrong, a line each, then a summary; exits with 1 when anything did.
"""
import argparse
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("points", type=int)
parser.add_argument("seed", type=int)
parser.add_argument("--disk", type=int, metavar="KB")
parser.add_argument("--read-only", action="store_true")
options = parser.parse_args()
chance = random.Random(options.seed)
faults = []
exits = collections.Counter()

DOCUMENTS = 6
# How long a reading may take beyond the same reading of a folder that nobody writes.
LONGEST_WAIT = 1.0


def run(*words, cwd=None):
    return subprocess.run(["timeline", *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=cwd)


def mount(size):
    """A file system in memory at ./disk, made the working directory."""
    os.mkdir("disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", "disk"], capture_output=True).returncode:
        print("no right to mount a file system")
        sys.exit(3)
    os.chdir("disk")


def unmount():
    os.chdir("..")
    subprocess.run(["umount", "-l", "disk"], check=True)


def ids(output):
    return {json.loads(line)["id"] for line in output.splitlines()}


def extracted(output):
    return frozenset(e["id"] for e in map(json.loads, output.splitlines()) if e["origin"] == "extracted")


class Readers:
    """Readings without end beside the writers, each timed against one of a quiet copy."""

    def __init__(self, quiet, allowed):
        self.quiet = quiet
        self.allowed = allowed
        self.added = {}        # id of an added event: when its writer was acknowledged
        self.count = 0
        self.slowest = self.longest_wait = 0.0
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self.read)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.thread.join()

    def read(self):
        while not self.is_over.is_set():
            words = ["check"] if self.count % 4 == 3 else ["list", "--undated", "--jsonl"]
            acknowledged = set(self.added)
            took, found = self.timed(words)
            # Both under the same load: what is longer here is waiting.
            usual, _ = self.timed(words, self.quiet)
            if took - usual > LONGEST_WAIT:
                again, _ = self.timed(words, self.quiet)
                usual = max(usual, again)
            self.slowest = max(self.slowest, took)
            self.longest_wait = max(self.longest_wait, took - usual)
            if took - usual > LONGEST_WAIT:
                faults.append(f"a reader took {took:.2f} s, {took - usual:.2f} s longer than with nobody writing")
            self.judge(words, found, acknowledged)
            self.count += 1

    def timed(self, words, cwd=None):
        start = time.monotonic()
        found = run(*words, cwd=cwd)
        return time.monotonic() - start, found

    def judge(self, words, found, acknowledged):
        if found.returncode:
            faults.append(f"a reader exits with {found.returncode}: {found.stdout} {found.stderr}")
        elif words[0] == "list":
            events = extracted(found.stdout)
            if events not in self.allowed:
                faults.append(f"a reader saw {len(events)} events, half of a change: {sorted(events)}")
            if missing := acknowledged - ids(found.stdout):
                faults.append(f"a reader saw the timeline of before: without {sorted(missing)}")


def prepare(target):
    os.mkdir(f"{target}/in")
    for number in range(DOCUMENTS):
        with open(f"{target}/in/{number}.txt", "w") as file:
            file.write(f"On {number + 1} March 2016 Ghana and Togo signed a fishing agreement in Lomé. "
                       f"Ministers met in Accra in May 201{number}.")
    first = run("ingest", "in/0.txt", cwd=target)
    if first.returncode:
        sys.exit(f"nothing can be prepared: {first.stderr}")


def writers(number, event):
    return (["add", "2015", f"Round {number}"], ["edit", event, "--place", f"Place {number}"],
            ["ingest", "in", "--name", f"batch{number}"], ["rebuild"])


def start_and_kill(commands, codes):
    """Runs commands at once and kills each at a random moment; what they acknowledged comes back."""
    running = []
    for words in commands:
        process = subprocess.Popen(["timeline", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        # Half of them early, while they start and read, half while they write or after.
        moment = chance.uniform(0.001, pace * chance.choice((1, 8)))
        running.append((process, threading.Timer(moment, process.kill)))
    for _, timer in running:
        timer.start()
    output = ""
    for process, timer in running:
        printed, errors = process.communicate()
        timer.cancel()
        output += printed
        exits[process.returncode] += 1
        if process.returncode not in codes:
            faults.append(f"{process.args} exits with {process.returncode}: {errors}")
        if process.returncode == 75 and "process " not in errors:
            faults.append(f"{process.args} does not say who holds the lock: {errors}")
    return output


def settle():
    """What the next command leaves behind must be sound."""
    following, check = run("add", "2014", "Afterwards"), run("check")
    if following.returncode or check.returncode:
        faults.append(f"afterwards: {following.stderr} {check.stdout} {check.stderr}")


def compare(acknowledged):
    """Everything acknowledged is in the file and in the database, which is what a rebuild gives."""
    settle()
    applied = run("decisions", "--json").stdout
    with open("decisions.jsonl", encoding="utf-8") as file:
        written = file.read()
    for decision in acknowledged:
        if f'"{decision}"' not in applied or f'"{decision}"' not in written:
            faults.append(f"{decision} was acknowledged and is lost")
    digest, listed = run("check", "--digest").stdout, run("decisions").stdout
    if run("rebuild").returncode or run("check", "--digest").stdout != digest:
        faults.append("a rebuild gives other contents")
    if run("decisions").stdout != listed:
        faults.append("a rebuild gives decisions another status")


def fill(kilobytes):
    """Leaves so many kilobytes free; the ballast is taken away before the disk is full of it."""
    if os.path.exists("ballast"):
        os.remove("ballast")
    status = os.statvfs(".")
    size = max(0, status.f_bavail * status.f_frsize // 1024 - kilobytes)
    with open("ballast", "wb") as file:
        try:
            for _ in range(size):
                file.write(bytes(1024))
        except OSError:
            pass


def empty():
    if os.path.exists("ballast"):
        os.remove("ballast")


quiet = os.path.abspath("quiet")
os.mkdir(quiet)
prepare(quiet)
start = time.monotonic()
run("add", "2012", "How long this takes alone", cwd=quiet)
pace = time.monotonic() - start
before = extracted(run("list", "--undated", "--jsonl", cwd=quiet).stdout)
run("ingest", "in", "--name", "batch", cwd=quiet)
after = extracted(run("list", "--undated", "--jsonl", cwd=quiet).stdout)
assert before < after, "the documents tell nothing new"

if options.disk or options.read_only:
    mount(24_000)
try:
    prepare(".")
    event = sorted(before)[0]
    acknowledged = set()
    codes = {74, -9} if options.read_only else {0, -9, 75, 74} if options.disk else {0, -9, 75}
    if options.read_only:
        digest = run("check", "--digest").stdout
        subprocess.run(["mount", "-o", "remount,ro", os.getcwd()], check=True)
    with Readers(quiet, {before, after}) as readers:
        for number in range(max(1, options.points // 4)):
            if options.disk:
                fill(chance.randrange(options.disk))
            output = start_and_kill(writers(number, event), codes)
            made = set(re.findall(r"undo with: timeline undo (d_[0-9a-z]+)", output))
            acknowledged |= made
            for added in re.findall(r"^added (e_[0-9a-z]+)", output, re.M):
                readers.added[added] = number
            if options.disk:
                empty()
            if number % 8 == 7 and not options.read_only:
                settle()
    if options.read_only:
        if acknowledged:
            faults.append(f"a folder that may not be written took {acknowledged}")
        if run("check", "--digest").stdout != digest:
            faults.append("a folder that may not be written has changed")
        subprocess.run(["mount", "-o", "remount,rw", os.getcwd()], check=True)
    compare(acknowledged)
finally:
    if options.disk or options.read_only:
        unmount()
    shutil.rmtree(quiet)
print("\n".join(faults))
print(f"seed {options.seed}: {sum(exits.values())} processes, {exits[-9]} killed, {exits[74]} could not write, "
      f"{exits[75]} found it locked, {len(acknowledged)} decisions acknowledged, "
      f"{readers.count} readings, the slowest in {1000 * readers.slowest:.0f} ms, "
      f"at most {1000 * readers.longest_wait:.0f} ms longer than with nobody writing")
sys.exit(1 if faults else 0)
