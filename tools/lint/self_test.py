#!/usr/bin/env python3
"""Plants a violation of every rule and demands that its check finds it: a check that cannot fail is worth nothing."""

import unittest

import habits
import include_rules
import problem_codes
import translations
from common import ROOT, Tree

with open(f"{ROOT}/{include_rules.RULES}", encoding="utf-8") as rules:
    DOCUMENT = rules.read()


class FakeQt:
    @staticmethod
    def of(header):
        return {"QString": "Qt Core", "QNetworkReply": "Qt Network", "QWidget": "Qt Widgets"}.get(header)


def included(path, line, **others):
    files = {include_rules.RULES: DOCUMENT, path: f"// one\n{line}\n",
             "src/claims/claim.h": "", "src/http/server.h": "", "ui/style/tokens.h": ""} | others
    return include_rules.check(Tree(files), FakeQt())


class IncludeRules(unittest.TestCase):
    def test_planted_violation_is_found_with_its_line(self):
        for path, line, words in (
                ("src/sandbox/a.cpp", '#include "claims/claim.h"', "src/claims"),
                ("src/claims/a.cpp", "#include <QString>", "Qt Core"),
                ("src/providers/passid/a.cpp", "#include <boost/asio.hpp>", "Boost"),
                ("src/backend/a.cpp", "#include <openssl/evp.h>", "OpenSSL"),
                ("tests/http/a.cpp", "#include <openssl/evp.h>", "OpenSSL"),
                ("src/desk/a.cpp", "#include <QWidget>", "Qt Widgets"),
                ("src/http/a.cpp", "#include <nlohmann/json.hpp>", "JSON"),
                ("ui/a.cpp", "#include <QNetworkReply>", "Qt Network"),
                ("ui/a.cpp", '#  include "http/server.h"', "src/http"),
                ("src/claims/a.cpp", "#include <unheard/of.h>", "no library"),
                ("src/claims/a.cpp", '#include "missing.h"', "not a file of ours"),
                ("stray/a.cpp", "#include <string>", "no row")):
            with self.subTest(path=path, line=line):
                found = included(path, line)
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])
                self.assertTrue(found[0].startswith(path + (":1:" if words == "no row" else ":2:")), found[0])

    def test_allowed_include_is_silent(self):
        for path, line in (
                ("src/backend/a.cpp", "#include <boost/asio.hpp>"),
                ("src/claims/a.cpp", "#include <string_view>"),
                ("src/crypto/a.cpp", "#include <openssl/evp.h>"),
                ("src/desk/a.cpp", "#include <QNetworkReply>"),
                ("ui/verify/a.cpp", '#include "ui/style/tokens.h"'),
                ("ui/verify/a.cpp", '#include "../style/tokens.h"'),
                ("tour/a.cpp", '#include "http/server.h"')):
            with self.subTest(path=path, line=line):
                self.assertEqual(included(path, line), [])


class Habits(unittest.TestCase):
    def test_planted_violation_is_found(self):
        for name, text, words in (
                ("src/a.cpp", "int a;\n" * 501, "501 lines"),
                ("src/a.cpp", "// " + "TO" + "DO: later\n", "unfinished"),
                ("src/a.cpp", "int a; \n", "white space"),
                ("docs/a.md", "words", "no end"),
                ("src/a/CMakeLists.txt", "add_library(a)\n", "opens with a comment"),
                ("docs/a.json", "{\n", "does not parse"),
                ("docs/a.yaml", "a: [\n", "does not parse"),
                ("translations/a.ts", "<TS>\n", "does not parse")):
            with self.subTest(name=name, words=words):
                found = habits.check(Tree({name: text}))
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])

    def test_good_file_is_silent(self):
        self.assertEqual(habits.check(Tree({"ui/a.cpp": "edit->setPlaceholderText(tr(\"Reference\"));\n"})), [])


class ProblemCodes(unittest.TestCase):
    def findings(self, source):
        return problem_codes.check(Tree({
            problem_codes.DOCUMENT:
                "x-codes: {400: [request-invalid], 404: [not-found]}\npaths: {/a: {get: {x-codes: {409: [case-open]}}}}\n",
            problem_codes.CODES: "| `case-open` | 409 |\n| `not-found` | 404 |\n| `request-invalid` | 400 |\n",
            "src/backend/a.cpp": f"// one\n{source}\n"}))

    def test_problem_that_no_document_has_is_found(self):
        found = self.findings('throw ProblemError{problem(409, "case-lost", "It is lost")};')
        self.assertEqual(len(found), 2, found)
        self.assertTrue(all(one.startswith("src/backend/a.cpp:2:") for one in found), found)
        self.assertEqual(len(self.findings('refuse(404, "case-open", "It is open");')), 1)

    def test_code_that_is_made_of_a_status_is_found(self):
        function = 'Problem problemOfStatus(int status) {{\n{}\n}}'
        good = 'case 404:\n  return "not-found";\ndefault:\n  return "request-invalid";'
        self.assertEqual(self.findings(function.format(good)), [])
        late = self.findings(function.format('case 408:\n  return "too-slow";'))
        self.assertEqual(len(late), 2, late)
        self.assertTrue(all(one.startswith("src/backend/a.cpp:3:") for one in late), late)
        # What an operation has is not thereby the server's.
        self.assertEqual(len(self.findings(function.format('default:\n  return "case-open";'))), 1)

    def test_described_problem_is_silent(self):
        self.assertEqual(self.findings('return Problem{409, "case-open", "It is open", {}, {}};'), [])


class Translations(unittest.TestCase):
    TEXT = "<TS><context><name>a::C</name><message><source>Yes</source><translation{}>{}</translation></message></context></TS>"

    def test_missing_unfinished_and_obsolete_texts_are_found(self):
        good = translations.messages(self.TEXT.format("", "Ja"))
        unfinished = translations.messages(self.TEXT.format(' type="unfinished"', ""))
        empty = translations.messages(self.TEXT.format("", ""))
        self.assertEqual(translations.compare("de.ts", good, good), [])
        self.assertIn("not translated", translations.compare("de.ts", unfinished, unfinished)[0])
        self.assertIn("not translated", translations.compare("de.ts", empty, empty)[0])
        self.assertIn("missing", translations.compare("de.ts", {}, good)[0])
        self.assertIn("no longer", translations.compare("de.ts", good, {})[0])
        other = translations.messages(self.TEXT.format("", "%1 Ja"))
        self.assertIn("markers", translations.compare("de.ts", other, other)[0])
        lost = translations.messages(self.TEXT.format("", "Ja").replace("a::C", "C"))
        self.assertIn("did not find the class", translations.compare("de.ts", lost, lost)[0])


if __name__ == "__main__":
    unittest.main(verbosity=0)
