"""Four writers at once, each killed at a random moment, and a reader beside them.

usage: four-writers.py POINTS SEED [CODE ...]      in an empty folder, with `timeline` on the path;
CODEs are exit codes that may be met too (74 on a small disk)

Prints what went wrong, a line each, then a summary; exits with 1 when anything did.
"""
import json
import os
import random
import re
import subprocess
import sys
import threading
import time

points, seed = int(sys.argv[1]), int(sys.argv[2])
allowed = {0, -9, 75} | {int(code) for code in sys.argv[3:]}
chance = random.Random(seed)
faults = []


def run(*words):
    return subprocess.run(["timeline", *words], capture_output=True, text=True, stdin=subprocess.DEVNULL)


os.mkdir("in")
for number in range(6):
    with open(f"in/{number}.txt", "w") as file:
        file.write(f"On {number + 1} March 2016 Ghana and Togo signed a fishing agreement in Lomé. "
                   f"Ministers met in Accra in May 201{number}.")
run("ingest", "in/0.txt")
events = [json.loads(line) for line in run("list", "--jsonl").stdout.splitlines()]
event, least = events[0]["id"], len(events)

readings = []
is_over = threading.Event()


def read():
    while not is_over.is_set():
        start = time.monotonic()
        found = run("list", "--undated", "--jsonl")
        readings.append((time.monotonic() - start, found.returncode, len(found.stdout.splitlines())))


reader = threading.Thread(target=read)
reader.start()
acknowledged = set()
for number in range(max(1, points // 4)):
    writers = []
    for words in (["add", "2015", f"Round {number}"], ["edit", event, "--place", f"Place {number}"],
                  ["ingest", "in", "--name", f"batch{number}"], ["rebuild"]):
        process = subprocess.Popen(["timeline", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, text=True)
        writers.append((process, threading.Timer(chance.uniform(0.001, 1.2), process.kill)))
    for process, timer in writers:
        timer.start()
    for process, timer in writers:
        output, errors = process.communicate()
        timer.cancel()
        acknowledged.update(re.findall(r"d_[0-9a-z]+", output))
        if process.returncode not in allowed:
            faults.append(f"round {number}: {process.args} exits with {process.returncode}: {errors}")
    if number % 8 == 7:
        following, check = run("add", "2014", f"After round {number}"), run("check")
        if following.returncode or check.returncode:
            faults.append(f"round {number}: {following.stderr} {check.stdout} {check.stderr}")
is_over.set()
reader.join()

run("add", "2013", "last")
applied = run("decisions", "--json").stdout
with open("decisions.jsonl", encoding="utf-8") as file:
    written = file.read()
for decision in acknowledged:
    if f'"{decision}"' not in applied or f'"{decision}"' not in written:
        faults.append(f"{decision} was acknowledged and is lost")
digest = run("check", "--digest").stdout
run("rebuild")
if run("check", "--digest").stdout != digest:
    faults.append("a rebuild gives other contents")
for seconds, code, count in readings:
    if code or count < least:
        faults.append(f"a reader saw {count} events and exit code {code}")
print("\n".join(faults))
print(f"seed {seed}: {points} processes, {len(acknowledged)} decisions acknowledged, {len(readings)} readings, "
      f"the slowest in {1000 * max(r[0] for r in readings):.0f} ms")
sys.exit(1 if faults else 0)
