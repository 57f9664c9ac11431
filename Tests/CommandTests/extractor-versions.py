"""Two hundred random decisions by commands, carried through versions of the program.

usage: extractor-versions.py SEED PROGRAM [PROGRAM ...]      in an empty folder

The programs are builds with other lexicons or rules; a version more is the first one with a types
file. Every decision must end in one of the four fates and none be lost; undoing all of them must
give the content digest of a folder that never had them, with every version.

Prints what went wrong, a line each, then a summary; exits with 1 when anything did.
"""
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys

seed, programs = int(sys.argv[1]), sys.argv[2:]
chance = random.Random(seed)
faults = []

TEXTS = [
    "Foreign Minister Khan visited Moscow on 12 March 2016. He met President Putin there. "
    "The two countries signed a defence agreement on 20 November 2014.",
    "On 20 November 2014 Pakistan and Russia signed a defence agreement in Islamabad. "
    "A joint exercise will be held in October 2018.",
    "Russia delivered four helicopters to Pakistan in August 2017. Officials denied the report.",
    "Kenya and Uganda opened a border post on 4 July 2012. Ministers met in Nairobi in May 2013. "
    "Uganda will host the next meeting in 2019.",
    "Norway delivered two patrol boats to Ghana on 9 June 2015. Ghana and Norway signed an "
    "agreement on fisheries in June 2014. The navies held an exercise off Tema in 2016.",
    "Peru's president visited Quito on 3 February 2018. Peru and Ecuador signed a memorandum on "
    "mining. Protesters blocked the road near Tumbes on 5 February 2018.",
    # One sentence that tells of two events.
    "Chad and Niger opened a dam on 3 May 2011. A joint exercise will be held next month.",
    "Chile and Bolivia opened a port on 8 August 2014. A joint exercise will be held next month.",
]
TYPES = """type: handover
label: Handover
definition: Equipment changes hands.
trigger: deliver verb obj:*
example: Italy delivered two patrol boats in 2012.
type: visit
trigger: sign verb obj:@agreement
example: Ghana and Togo signed an agreement on 3 May 2011.
type: meeting
trigger: exercise noun
example: A joint exercise will be held in May 2019.
"""
versions = [(program, None) for program in programs] + [(programs[0], TYPES)]


def run(program, *words, folder="timeline", allowed=(0,)):
    found = subprocess.run([program, *words, "--folder", folder], capture_output=True, text=True,
                           stdin=subprocess.DEVNULL)
    if found.returncode not in allowed:
        faults.append(f"{words} exits with {found.returncode}: {found.stderr}")
    return found


def install(version, folder="timeline"):
    program, types = version
    path = os.path.join(folder, "types.txt")
    if types:
        with open(path, "w") as file:
            file.write(types)
    elif os.path.exists(path):
        os.remove(path)
    run(program, "rebuild", folder=folder)
    return run(program, "check", "--digest", folder=folder).stdout


def make(folder):
    os.makedirs(folder + "/documents")
    for number, text in enumerate(TEXTS):
        with open(f"{folder}/documents/{number}.txt", "w") as file:
            file.write(text)


def decide(program, step):
    events = [json.loads(line) for line in run(program, "list", "--undated", "--jsonl").stdout.splitlines()]
    one, other = (chance.choice(events)["id"] for _ in range(2)) if events else (None, None)
    year = 2010 + step % 9
    words = [["add", str(year), f"Step {step}"]]
    if events:
        words += [
            ["edit", one, "--date", f"{year}-0{1 + step % 9}"], ["edit", one, "--title", f"Title {step}"],
            ["edit", one, "--type", chance.choice(["visit", "other", "meeting"])],
            ["edit", one, "--actuality", chance.choice(["planned", "denied"])], ["edit", one, "--place", ""],
            ["edit", one, "--actor", f"+Actor {step % 4}"], ["edit", one, "--actor", "-Russia"],
            ["confirm", one], ["reject", one], ["note", one, f"Note {step}"], ["label", one, f"label-{step % 3}"],
            ["merge", one, other], ["split", one], ["link", one, other],
            ["set-published", f"{step % 8}.txt", f"2018-0{1 + step % 9}"],
            ["alias", ("Name", "Norway", "Foreign Minister Khan")[step % 3], f"Other {step}"],
        ]
    words = chance.choice(words) + ["--by", chance.choice(["ana", "ben"])]
    # A merge or link of one event, a split of one mention: refused, and no decision.
    found = run(program, *words, allowed=(0, 64))
    return re.findall(r"d_[0-9a-z]+", found.stdout.split("undo with:")[-1]) if found.returncode == 0 else []


make("timeline")
digests = [install(version) for version in versions]
if len(set(digests)) < len(versions):
    faults.append("two versions read the same")
made, fates, step = [], collections.Counter(), 0
while len(made) < 200:
    program, types = versions[(step // 17) % len(versions)]
    if step % 17 == 0:
        install((program, types))
    made += decide(program, step)
    step += 1
    if step % 17 and len(made) < 200:
        continue
    listed = json.loads(run(program, "decisions", "--json").stdout)
    if missing := set(made) - {each["id"] for each in listed}:
        faults.append(f"step {step}: lost {missing}")
    fates.update(each["status"] for each in listed)
    for each in listed:
        if each["status"] not in ("applied", "obsolete", "conflict", "orphan"):
            faults.append(f"step {step}: {each['id']} is {each['status']}")
        if each["status"] != "orphan" or each["action"] == "reject":
            continue
        for event in each["events"]:
            shown = run(program, "show", event, allowed=(0, 66))
            if shown.returncode and " is gone: " not in shown.stderr:
                faults.append(f"step {step}: {event} of {each['id']} leads nowhere: {shown.stderr}")
    run(program, "check")
stepwise, listed = run(program, "check", "--digest").stdout, run(program, "decisions").stdout
if install((program, types)) != stepwise:
    faults.append("a rebuild gives other contents")
if run(program, "decisions").stdout != listed:
    faults.append("a rebuild gives decisions another status")
if set(fates) != {"applied", "obsolete", "conflict", "orphan"}:
    faults.append(f"not all fates were met: {fates}")
run(program, "undo", *made)
for number, version in enumerate(versions):
    make("untouched")
    if not install(version) == install(version, "untouched") == digests[number]:
        faults.append(f"undone, version {number} is not what it was without decisions")
    shutil.rmtree("untouched")
print("\n".join(faults))
print(f"seed {seed}: {len(made)} decisions through {len(versions)} versions; fates met, counted every 17 steps: "
      f"{dict(fates)}")
sys.exit(1 if faults else 0)
