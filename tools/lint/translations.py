#!/usr/bin/env python3
"""Checks that every visible text is translated: takes the texts anew from the sources into a copy of translations/*.ts and
compares. With --update it takes them into the files themselves, for translators to fill."""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from common import ROOT, tell

FOLDERS = ["ui", "src/desk", "app/verdesk"]
MARKER = re.compile(r"%L?[0-9]+|%n")
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin:" + os.environ.get("PATH", ""))


def take_texts(files, root=ROOT):
    """Runs lupdate over the sources into the given .ts files; English only needs its plurals."""
    folders = [folder for folder in FOLDERS if os.path.isdir(os.path.join(root, folder))]
    for file in files:
        english = ["-pluralonly"] if os.path.basename(file).endswith("_en.ts") else []
        command = [LUPDATE, "-silent", "-no-obsolete", "-locations", "none", *english,
                   "-I", ".", "-I", "src", *folders, "-ts", file]
        subprocess.run(command, cwd=root, check=True, capture_output=True)


def problem_of(source, translation):
    """What is wrong with one translation; None if nothing is."""
    forms = translation.findall("numerusform")
    texts = [form.text for form in forms] if forms else [translation.text]
    if translation.get("type") is not None or not all(texts):
        return "not translated"
    for text in texts:  # a plural may leave %n out ("one minute"), nothing else
        if (set(MARKER.findall(source)) ^ set(MARKER.findall(text))) - {"%n"}:
            return f"its markers are not those of {text!r}"
    return None


def messages(text):
    """(context, source, comment) -> problem_of, for the text of a .ts file."""
    found = {}
    for context in xml.etree.ElementTree.fromstring(text).iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = problem_of(key[1], message.find("translation"))
    return found


def compare(name, before, after):
    """The findings for one file: before as committed, after with the texts taken anew."""
    findings = []
    for key, problem in after.items():
        context, source, _ = key
        if "::" not in context and context != "main":  # all our classes have a namespace, and are not found without it
            findings.append(f"{name}:1: {context}: {source!r}: lupdate did not find the class whose tr() this is")
        if key not in before:
            findings.append(f"{name}:1: missing: {context}: {source!r} (./dev translate takes it in)")
        elif problem:
            findings.append(f"{name}:1: {context}: {source!r}: {problem}")
    for context, source, _ in before.keys() - after.keys():
        findings.append(f"{name}:1: no longer in the sources: {context}: {source!r} (./dev translate drops it)")
    return sorted(findings)


def check(root=ROOT):
    findings = []
    with tempfile.TemporaryDirectory() as scratch:
        for committed in sorted(glob.glob(os.path.join(root, "translations", "*.ts"))):
            copy = shutil.copy(committed, scratch)
            take_texts([copy], root)
            with open(committed, encoding="utf-8") as before, open(copy, encoding="utf-8") as after:
                findings += compare(os.path.relpath(committed, root), messages(before.read()), messages(after.read()))
    return findings


if __name__ == "__main__":
    if LUPDATE is None:
        sys.exit("translations: lupdate is not installed")
    if "--update" in sys.argv[1:]:
        take_texts(sorted(glob.glob(os.path.join(ROOT, "translations", "*.ts"))))
    else:
        tell(check(), "translations")
