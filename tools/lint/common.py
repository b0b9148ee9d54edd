"""What the lint checks share: the files of the tree, and how a finding is told."""

import os
import re
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
SOURCES = (".cpp", ".h", ".hpp")


def listed(root=ROOT):
    """The names of the files that git has or would take; in a source archive without git, those that lie there."""
    command = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [os.path.relpath(os.path.join(folder, name), root)
                 for folder, _, files in os.walk(root) for name in files]
        names = [name for name in names if not name.startswith((".git/", "build/", ".cache/"))]
    return sorted({name for name in names if os.path.isfile(os.path.join(root, name))})


class Tree:
    """The files that a check reads: path -> text. A self-test makes one up; tracked() takes what git has or would take."""

    def __init__(self, files):
        self.files = files

    @staticmethod
    def tracked(root=ROOT):
        files = {}
        for name in listed(root):
            with open(os.path.join(root, name), "rb") as file:
                content = file.read()
            if b"\0" not in content[:8192]:
                files[name] = content.decode("utf-8", errors="replace")
        return Tree(files)

    def named(self, *endings):
        return ((name, text) for name, text in self.files.items() if name.endswith(endings))


def tell(findings, what):
    """Prints findings and ends the program: 1 if there were any."""
    for finding in findings:
        print(finding)
    if findings:
        print(f"{what}: {len(findings)} to mend")
    sys.exit(1 if findings else 0)


def main(kind):
    """For the shell: the names, each ended by NUL, of the C++ sources or of the shell scripts."""
    for name, text in Tree.tracked().files.items():
        script = re.match(r"#!(/usr/bin/env |/bin/)(ba)?sh\b", text) and not name.endswith(".md")
        if name.endswith(SOURCES) if kind == "sources" else script:
            sys.stdout.write(name + "\0")


if __name__ == "__main__":
    main(sys.argv[1])
