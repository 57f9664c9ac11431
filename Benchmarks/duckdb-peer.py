#!/usr/bin/env python3
"""DuckDB as the peer of `timeline-bench store`: takes the events of a timeline database into
memory, in the order of time, and answers timed queries over them, one thread.

usage: duckdb-peer.py FILE     (pip install duckdb)

Prints a line of JSON with version, events and load_seconds, then one for every line it reads,
{"sql": …, "parameters": […]}: the CPU seconds of the query alone ("query"), with its rows handed
over ("fetched"), and the rows' first column ("keys").
"""
import json, os, sqlite3, subprocess, sys, tempfile, time

import duckdb

source = sys.argv[1]
names = [row[1] for row in sqlite3.connect(source).execute("PRAGMA table_xinfo(event_record)")]
names.remove("id")
names.insert(0, "id")
start = time.process_time()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "event.csv")
    with open(path, "wb") as file:
        subprocess.run(
            ["sqlite3", "-readonly", "-csv", "-header", source,
             f"SELECT {', '.join(names)} FROM event_record WHERE lo IS NOT NULL ORDER BY number"],
            stdout=file, check=True)
    db = duckdb.connect()
    db.execute("SET threads = 1")
    db.execute("CREATE TABLE event AS SELECT * FROM read_csv(?, header = true)", [path])
count = db.execute("SELECT count(*) FROM event").fetchone()[0]
print(json.dumps({"version": duckdb.__version__, "events": count,
                  "load_seconds": time.process_time() - start}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    start = time.process_time()
    result = db.execute(asked["sql"], asked["parameters"])
    queried = time.process_time()
    rows = result.fetchall()
    print(json.dumps({"query": queried - start, "fetched": time.process_time() - start,
                      "keys": [str(row[0]) for row in rows]}), flush=True)
