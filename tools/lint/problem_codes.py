#!/usr/bin/env python3
"""Every problem that the backend can answer stands in the API's description with its status, and among the failure codes."""

import re

import yaml
from common import SOURCES, Tree, tell

DOCUMENT = "docs/api/openapi.yaml"
CODES = "docs/failure-codes.md"
# A problem is made from its status and its code, in this order.
MADE = re.compile(r"""[({]\s*([45]\d\d),\s*"([a-z]+(?:-[a-z]+)*)"\s*,""")


def described(document):
    """(status, code) of every operation."""
    return {(int(status), code)
            for path in yaml.safe_load(document)["paths"].values()
            for operation in path.values() if isinstance(operation, dict)
            for status, codes in operation.get("x-codes", {}).items()
            for code in codes}


def check(tree):
    findings = []
    known = described(tree.files[DOCUMENT])
    for name, text in tree.named(*SOURCES):
        if not name.startswith("src/backend/"):
            continue
        for made in MADE.finditer(text):
            status, code = int(made[1]), made[2]
            line = text.count("\n", 0, made.start()) + 1
            if (status, code) not in known:
                findings.append(f"{name}:{line}: no operation of {DOCUMENT} has {code} under x-codes {status}")
            if f"`{code}`" not in tree.files[CODES]:
                findings.append(f"{name}:{line}: {CODES} does not explain `{code}`")
    return findings


if __name__ == "__main__":
    tell(check(Tree.tracked()), "problem codes")
