#!/usr/bin/env python3
"""Reads every table and view of a timeline database with one of the programs that analysts use.

usage: read-with.py READER FILE     READER is sqlite3, pandas, datasette or duckdb

Prints one line of JSON for each table and view: its name, and its rows as sorted texts.
"""
import asyncio, functools, glob, json, os, sqlite3, sys


def normal(value):
    """A value as a text that is the same whether a reader gives numbers as 1, 1.0 or "1"."""
    if value is None or value != value:
        return ""
    try:
        return repr(float(value))
    except (TypeError, ValueError):
        return value.decode() if isinstance(value, bytes) else str(value)


def with_sqlite3(file, sql):
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True).execute(sql)


def with_pandas(file, sql):
    import pandas
    frame = pandas.read_sql(sql, sqlite3.connect(file))
    return frame.itertuples(index=False, name=None)


@functools.cache
def duckdb_with(file):
    import duckdb, duckdb_extension_sqlite_scanner as extension
    folder = os.path.dirname(extension.__file__)
    path, = glob.glob(f"{folder}/extensions/*/sqlite_scanner.duckdb_extension")
    db = duckdb.connect()
    db.execute(f"LOAD '{path}'")
    db.execute(f"ATTACH '{file}' AS timeline (TYPE sqlite, READ_ONLY)")
    db.execute("USE timeline")
    # Listing asks for the columns of everything, so that one bad view would spoil it.
    db.execute("SHOW ALL TABLES").fetchall()
    return db


def with_duckdb(file, sql):
    return duckdb_with(file).execute(sql).fetchall()


@functools.cache
def datasette_with(file):
    from datasette.app import Datasette
    return Datasette([], immutables=[file], settings={"max_returned_rows": 100000})


def with_datasette(file, sql):
    database = os.path.splitext(os.path.basename(file))[0]

    async def read():
        page = datasette_with(file)
        await page.invoke_startup()
        answer = await page.client.get(
            f"/{database}.json", params={"sql": sql, "_shape": "arrays"})
        if answer.status_code != 200:
            raise RuntimeError(answer.text)
        listed = await page.client.get(f"/{database}/{sql.split()[-1]}")
        if listed.status_code != 200:
            raise RuntimeError(f"{sql}: its page answers {listed.status_code}")
        return answer.json()["rows"]
    return asyncio.run(read())


reader, file = sys.argv[1:]
read = globals()[f"with_{reader}"]
for name, columns in sqlite3.connect(file).execute(
        # DuckDB leaves generated columns of tables out, so that all are read without them.
        "SELECT t.name, group_concat(c.name, ', ') FROM pragma_table_list AS t, "
        "pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' AND t.type IN ('table', 'view') "
        "AND t.name NOT LIKE 'sqlite%' AND c.hidden = 0 GROUP BY t.name ORDER BY t.name").fetchall():
    found = read(file, f"SELECT {columns} FROM {name}")
    rows = sorted([normal(value) for value in row] for row in found)
    print(json.dumps({"name": name, "rows": rows}, ensure_ascii=False))
