"""JUnit XML, which Jenkins, Azure, Bitbucket and CircleCI show as tests."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from mkdocs_sima.reports.report import Report


def render(report: Report) -> str:
    """Return one suite a file and one failed case a finding; one passed case if there is none."""
    total = str(len(report.findings))
    suites = ElementTree.Element("testsuites", name="sima check", failures=total, errors="0")
    suites.set("tests", total if report.findings else "1")
    for path, group in groupby(report.findings, key=lambda finding: finding.path):
        findings = list(group)
        place = _legal(report.place(path))
        count = str(len(findings))
        suite = ElementTree.SubElement(
            suites, "testsuite", name=place, tests=count, failures=count, errors="0", skipped="0"
        )
        for finding in findings:
            name = f"{finding.rule} {finding.line}:{finding.column}"
            case = ElementTree.SubElement(suite, "testcase", name=name, classname=place, time="0")
            message = _legal(finding.message)
            failure = ElementTree.SubElement(
                case, "failure", message=message, type=finding.severity
            )
            failure.text = f"{place}:{finding.line}:{finding.column} {finding.rule}: {message}"
    if not report.findings:
        suite = ElementTree.SubElement(
            suites, "testsuite", name="sima check", tests="1", failures="0", errors="0", skipped="0"
        )
        ElementTree.SubElement(suite, "testcase", name="check", classname="sima", time="0")
    ElementTree.indent(suites)
    body = ElementTree.tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _legal(text: str) -> str:
    """Replace the characters that XML can't hold."""
    return "".join(c if c in "\t\n" or (c >= " " and not _forbidden(c)) else "\ufffd" for c in text)


def _forbidden(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
