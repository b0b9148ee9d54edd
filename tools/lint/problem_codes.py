#!/usr/bin/env python3
"""Every problem that the backend can answer stands in the API's description with its status, and among the failure codes."""

import re

import yaml
from common import SOURCES, Tree, tell

DOCUMENT = "docs/api/openapi.yaml"
CODES = "docs/failure-codes.md"
# A problem is made from its status and its code, in this order.
MADE = re.compile(r"""[({]\s*([45]\d\d),\s*"([a-z]+(?:-[a-z]+)*)"\s*,""")
# What the server itself refuses has a status alone: one function gives each its code, and the rest one of their own.
OF_STATUS = re.compile(r"^Problem problemOfStatus\(.*?^}$", re.MULTILINE | re.DOTALL)
CASE = re.compile(r"""(?:case ([45]\d\d)|default):\s*return "([a-z]+(?:-[a-z]+)*)";""")
OTHER_STATUS = "400"


def codes_in(described):
    return {(int(status), code) for status, codes in described.get("x-codes", {}).items() for code in codes}


def check(tree):
    document = yaml.safe_load(tree.files[DOCUMENT])
    of_server = codes_in(document)
    of_operations = set()
    for path in document["paths"].values():
        for operation in path.values():
            if isinstance(operation, dict):
                of_operations |= codes_in(operation)
    findings = []
    for name, text in tree.named(*SOURCES):
        if not name.startswith("src/backend/"):
            continue
        found = [(made.start(), made[1], made[2], of_operations, "no operation of") for made in MADE.finditer(text)]
        for function in OF_STATUS.finditer(text):
            found += [(function.start() + case.start(), case[1] or OTHER_STATUS, case[2], of_server, "the top of")
                      for case in CASE.finditer(function[0])]
        for start, status, code, known, where in found:
            place = f"{name}:{text.count(chr(10), 0, start) + 1}"
            if (int(status), code) not in known:
                missing = "has" if where.startswith("no") else "lacks"
                findings.append(f"{place}: {where} {DOCUMENT} {missing} {code} under x-codes {status}")
            if f"`{code}`" not in tree.files[CODES]:
                findings.append(f"{place}: {CODES} does not explain `{code}`")
    return findings


if __name__ == "__main__":
    tell(check(Tree.tracked()), "problem codes")
