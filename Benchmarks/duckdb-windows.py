#!/usr/bin/env python3
"""DuckDB's times for the window queries of `timeline-bench store --keep FILE`, on the same events.

usage: duckdb-windows.py FILE        (pip install duckdb; skips, saying so, without it)
Prints p50 in ms for the top 200 in the order of time and for counts by type, one thread.
"""
import csv, os, random, sqlite3, statistics, sys, tempfile, time

try:
    import duckdb
except ImportError:
    print("skipped: duckdb is not installed (pip install duckdb)")
    sys.exit(0)

source = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", delete=False) as file:
    writer = csv.writer(file)
    writer.writerow(["id", "lo", "hi", "type", "title", "date", "place", "actors"])
    writer.writerows(source.execute(
        "SELECT id, lo, hi, type, title, date, place, actors FROM event_record WHERE lo IS NOT NULL ORDER BY lo, hi"))
db = duckdb.connect()
db.execute("SET threads = 1")
db.execute(f"CREATE TABLE event AS SELECT * FROM read_csv('{file.name}')")
os.unlink(file.name)
print("duckdb", duckdb.__version__, db.execute("SELECT count(*) FROM event").fetchone()[0], "events")


def median(sql, days, rounds=25):
    rng, times = random.Random(2026), []
    for number in range(rounds):
        first = 2436935 + rng.randrange(21900)
        bounds = [first + days - 1, first] if days else [10**7, 0]
        start = time.perf_counter()
        db.execute(sql, bounds).fetchall()
        if number >= 5:
            times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


for name, extra in [("plain", ""), ("rare type", " AND type = 'rare'")]:
    sql = f"SELECT * FROM event WHERE lo <= ? AND hi >= ?{extra} ORDER BY lo, hi, type LIMIT 200"
    print(f"  {name}:", *(f"{d or 'all'} d {median(sql, d):.2f}" for d in [1, 30, 365, 1461, 0]), sep="  ")
sql = "SELECT type, count(*) FROM event WHERE lo <= ? AND hi >= ? GROUP BY type"
print(f"counts by type in four years: {median(sql, 1461):.2f}")
