# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""The one form of what benchmarks find: rows as results.h has them, as a table for people and for
Markdown. Less is better in every row."""

import json

COLUMNS = ["", "ours", "unit", "limit", "ratio", "to reach", "reached"]
NUMBERS = (1, 3, 4)


def row(what, unit, ours, limit=None, limit_is=None, most=None, most_ratio=None, note=None):
    ratio = ours / limit if limit else None
    reached = (most is None or ours <= most) and (most_ratio is None or ratio <= most_ratio)
    return {
        "what": what,
        "unit": unit,
        "ours": ours,
        "limit": limit,
        "limit_is": limit_is,
        "ratio": ratio,
        "most": most,
        "most_ratio": most_ratio,
        "reached": reached,
        "note": note,
    }


def number(value):
    if value is None:
        return "–"
    decimals = 0 if value >= 1000 or value == 0 else 1 if value >= 100 else 2 if value >= 1 else 3
    return f"{value:,.{decimals}f}"


def aim(found):
    parts = []
    if found["most"] is not None:
        parts.append(f"≤ {found['most']:g}")
    if found["most_ratio"] is not None:
        parts.append(f"ratio ≤ {found['most_ratio']:g}")
    return ", ".join(parts) or "–"


def verdict(found):
    return "" if aim(found) == "–" else "yes" if found["reached"] else "NO"


def cells(found):
    return [
        found["what"],
        number(found["ours"]),
        found["unit"],
        number(found["limit"]),
        number(found["ratio"]),
        aim(found),
        verdict(found),
    ]


def remarks(found):
    limit = f"limit: {found['limit_is']}" if found["limit_is"] else None
    return [remark for remark in (limit, found["note"]) if remark]


def show(benchmarks):
    """Prints {NAME: [ROW…]}."""
    every = [COLUMNS] + [cells(one) for rows in benchmarks.values() for one in rows]
    widths = [max(len(line[i]) for line in every) for i in range(len(COLUMNS))]

    def show_line(line):
        padded = [
            cell.rjust(width) if i in NUMBERS else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths))
        ]
        print("  ".join(padded).rstrip())

    show_line(COLUMNS)
    for name, rows in benchmarks.items():
        print(name)
        for one in rows:
            show_line(cells(one))
            for remark in remarks(one):
                print(f"    {remark}")


def to_markdown(benchmarks):
    lines = ["| what | ours | unit | limit | ratio | to reach | reached | |"]
    lines.append("| --- | ---: | --- | ---: | ---: | --- | --- | --- |")
    for name, rows in benchmarks.items():
        lines.append(f"| **{name}** | | | | | | | |")
        for one in rows:
            lines.append("| " + " | ".join([*cells(one), "; ".join(remarks(one))]) + " |")
    return "\n".join(lines)


def tell(name, rows, as_json):
    """What a benchmark prints of itself; returns the status to leave with."""
    if as_json:
        print(json.dumps({"benchmark": name, "results": rows}, ensure_ascii=False, indent=1))
    else:
        show({name: rows})
    return 0 if all(one["reached"] for one in rows) else 1
