#!/usr/bin/env python3
"""Checks what a reader of any file may count on: its size, its last byte, no unfinished words, data files that parse."""

import json
import re
import xml.etree.ElementTree

import yaml
from common import SOURCES, Tree, tell

LONGEST = 500
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|not (yet )?implemented|stub(bed|s)?|placeholder|for now)\b", re.IGNORECASE)
QT_NAMES = re.compile(r"\w*[pP]laceholderText|placeholder-text")
CODE = SOURCES + (".cmake", "CMakeLists.txt", ".py", ".awk", ".sh", ".js", ".html")
TEXT = CODE + (".md", ".json", ".yaml", ".yml", ".toml", ".sql", ".supp", ".ts", ".qrc", ".svg", ".css", ".txt", ".plist")
SCRIPTS = ("dev", ".ci/run", "tools/lint/run", "bench/run")
SELF = "tools/lint/"


def no_data(name):
    """Test data may be broken on purpose; this folder names what it looks for."""
    return not name.startswith(("tests/", SELF)) or name.endswith(SOURCES + ("CMakeLists.txt",))


def longer_than_a_file_should_be(tree):
    for name, text in tree.named(*SOURCES, ".py"):
        lines = text.count("\n")
        if lines > LONGEST:
            yield f"{name}:{LONGEST}: {lines} lines: a file says one thing, in at most {LONGEST}"


def unfinished_words(tree):
    for name, text in tree.files.items():
        if not (name.endswith(CODE) or name in SCRIPTS) or name.startswith(SELF):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            found = UNFINISHED.search(QT_NAMES.sub("", line))
            if found:
                yield f"{name}:{number}: '{found[0]}': nothing unfinished stays in the tree"


def trailing_space(tree):
    for name, text in tree.files.items():
        if not (name.endswith(TEXT) or name in SCRIPTS) or not no_data(name) or name.startswith("LICENSE"):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if line != line.rstrip():
                yield f"{name}:{number}: white space at the end of the line"
        if text and not text.endswith("\n"):
            yield f"{name}:{text.count(chr(10)) + 1}: the last line has no end"


def folder_without_opening(tree):
    for name, text in tree.named("CMakeLists.txt"):
        if name != "CMakeLists.txt" and not text.startswith("#"):
            yield f"{name}:1: opens with a comment on what belongs in this folder"


def broken_data(tree):
    parsers = {".json": json.loads, ".yaml": yaml.safe_load, ".yml": yaml.safe_load,
               ".ts": xml.etree.ElementTree.fromstring, ".qrc": xml.etree.ElementTree.fromstring,
               ".svg": xml.etree.ElementTree.fromstring}
    for ending, parse in parsers.items():
        for name, text in tree.named(ending):
            if not no_data(name):
                continue
            try:
                parse(text)
            except (ValueError, yaml.YAMLError, xml.etree.ElementTree.ParseError) as error:
                yield f"{name}:1: does not parse: {' '.join(str(error).split())}"


def check(tree):
    checks = (longer_than_a_file_should_be, unfinished_words, trailing_space, folder_without_opening, broken_data)
    return [finding for one in checks for finding in one(tree)]


if __name__ == "__main__":
    tell(check(Tree.tracked()), "file habits")
