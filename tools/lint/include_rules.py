#!/usr/bin/env python3
"""Checks every #include against the two tables of docs/architecture.md: who may include whom, and which libraries."""

import os
import posixpath
import re
import subprocess

from common import SOURCES, Tree, tell

RULES = "docs/architecture.md"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
C_HEADERS = {name + ".h" for name in (
    "assert ctype errno float inttypes limits locale math setjmp stdarg stddef stdint stdio stdlib string time wchar").split()}


def table(document, title):
    """The cells of the first Markdown table after the comment that names it, without its two head lines."""
    lines = document.split(f"<!-- include rules: {title} -->", 1)[1].strip().splitlines()
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows[2:]


def words(cell):
    return [word.strip().strip("`") for word in cell.split(",") if word.strip()]


class QtModules:
    """Which module of Qt a header belongs to, as Qt's own include folders say."""

    def __init__(self):
        self.by_header = {}
        for command in ("qtpaths6", "/usr/lib/qt6/bin/qtpaths6", "qtpaths"):
            try:
                asked = subprocess.run([command, "-query", "QT_INSTALL_HEADERS"], capture_output=True, check=True)
            except (OSError, subprocess.CalledProcessError):
                continue
            base = asked.stdout.decode().strip()
            for module in sorted(os.listdir(base)) if os.path.isdir(base) else []:
                for header in os.listdir(os.path.join(base, module)):
                    self.by_header.setdefault(header, module)
            return

    def of(self, header):
        module, _, rest = header.partition("/")
        found = module if rest and module.startswith("Qt") else self.by_header.get(header)
        return "Qt " + found[2:] if found else None


class Rules:
    def __init__(self, document, qt):
        self.folders = {}
        for folders, ours, libraries in table(document, "folders"):
            for folder in words(folders):
                self.folders[folder] = (words(ours), libraries)
        self.libraries = [(start, name) for name, starts in table(document, "libraries") for start in words(starts)]
        self.qt = qt

    def row_of(self, path):
        """The folder of the table that a path lies in; None if no row speaks of it."""
        fitting = [folder for folder in self.folders if path.startswith(folder + "/")]
        return max(fitting, key=len, default=None)

    def library_of(self, header):
        for start, name in self.libraries:
            if header.startswith(start):
                return name
        if header in C_HEADERS or re.fullmatch(r"[a-z_0-9]+", header):
            return "standard"
        return self.qt.of(header)

    def library_problem(self, row, header):
        library = self.library_of(header)
        if library is None:
            return f"<{header}> belongs to no library of the table in {RULES}"
        allowed = self.folders[row][1]
        if library == "standard" or library in words(allowed):
            return None
        if allowed.startswith("anything") and library not in words(allowed.removeprefix("anything but ")):
            return None
        return f"<{header}> is {library}; {row} may use: {allowed or 'the standard library alone'}"

    def own_problem(self, row, path, header, files):
        if header.endswith((".moc")) or posixpath.basename(header).startswith("ui_"):
            return None
        tried = [posixpath.normpath(posixpath.join(posixpath.dirname(path), header)), "src/" + header, header]
        target = next((name for name in tried if name in files), None)
        if target is None:
            return f'"{header}" is not a file of ours: libraries go in angle brackets'
        target_row = self.row_of(target)
        allowed = self.folders[row][0]
        if target_row == row or allowed == ["anything"] or target_row in allowed:
            return None
        return f'"{header}" lies in {target_row}; {row} may include: {", ".join(allowed) or "itself alone"}'


def check(tree, qt):
    rules = Rules(tree.files[RULES], qt)
    findings = []
    for path, text in tree.named(*SOURCES):
        row = rules.row_of(path)
        if row is None:
            findings.append(f"{path}:1: no row of the table in {RULES} speaks of this folder")
            continue
        for number, line in enumerate(text.splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            problem = (rules.library_problem(row, found[2]) if found[1] == "<" else
                       rules.own_problem(row, path, found[2], tree.files))
            if problem:
                findings.append(f"{path}:{number}: {problem}")
    return findings


if __name__ == "__main__":
    tell(check(Tree.tracked(), QtModules()), "include rules")
