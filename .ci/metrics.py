"""Checks that whatever the dashboard and the alerts name is a metric the server exports, and writes the dashboard's queries as rules for promtool.

    python metrics.py METRICS RULES ALERTS DASHBOARD

METRICS is what a server said at /metrics after every method was called once. Its last line is "N passed, N failed".
"""

import json
import pathlib
import re
import sys

import yaml

# A name of ours in a query; what stands in quotes is a label's value.
NAME = re.compile(r"\b(?:grpc|qimma|process)_\w+")
QUOTED = re.compile(r'"[^"]*"')
LABELS = re.compile(r"\b(\w+)\s*(?:=~|!~|!=|=)\s*\"")
GROUPED = re.compile(r"\b(?:by|on|group_left)\s*\(([^)]*)\)")
# Labels that Prometheus adds, and that `le` of histograms.
ADDED = {"job", "instance"}


def exported(text):
    """Names of samples, and the labels that any sample carries."""
    names, labels = set(), set(ADDED)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names.add(re.match(r"\w+", line)[0])
            labels |= set(re.findall(r'(\w+)="', line))
    return names, labels


def main(metrics, rules, alerts, dashboard):
    names, labels = exported(pathlib.Path(metrics).read_text())
    queries = {}
    for group in yaml.safe_load(pathlib.Path(alerts).read_text())["groups"]:
        for rule in group["rules"]:
            queries[f"alert {rule['alert']}"] = rule["expr"]
    board = json.loads(pathlib.Path(dashboard).read_text())
    panels = board["panels"]
    for panel in panels:
        for target in panel["targets"]:
            queries[f"panel {panel['title']} {target['refId']}"] = target["expr"]

    passed = failed = 0
    for name, query in queries.items():
        bare = QUOTED.sub('""', query)
        used = {label.strip() for group in GROUPED.findall(bare) for label in group.split(",")} | set(LABELS.findall(query))
        strange = sorted(set(NAME.findall(LABELS.sub("", bare))) - names - labels) + sorted(used - labels - {""})
        if strange or not names & set(NAME.findall(bare)):
            failed += 1
            print(f"FAILED  {name}: the server exports no {', '.join(strange) or 'metric of it'}")
        else:
            passed += 1
    unnamed = names - {metric for query in queries.values() for metric in NAME.findall(query)}
    print(f"queries that name only what is exported: {passed} of {len(queries)}; exported and in none: {', '.join(sorted(unnamed))}")
    if len({panel["id"] for panel in panels}) == len(panels) and all(panel["title"] and panel["gridPos"] for panel in panels):
        passed += 1
    else:
        failed += 1
        print("FAILED  panels without title, place or an id of their own")

    # What Grafana fills in, filled in.
    filled = [re.sub(r"\$__rate_interval", "5m", query).replace("$job", ".*") for query in queries.values()]
    records = [{"record": f"query:{i}", "expr": query} for i, query in enumerate(filled)]
    pathlib.Path(rules).write_text(yaml.safe_dump({"groups": [{"name": "queries", "rules": records}]}))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
