"""Answers in the form that the command and the API print."""

from datetime import date
from typing import Any

from jobplaneten.law.documents import Document
from jobplaneten.law.findings import Finding, Findings
from jobplaneten.law.judging import judge, judge_groups
from jobplaneten.law.reading import Case, read_case


def report_document(document: Document, on: date) -> Any:
    """One answer for a single case, else a list of them in the order in which they were asked."""
    answers = [report_case(case, on) for case in document.cases]
    return answers[0] if document.is_one else answers


def report(form: Any, on: date) -> dict[str, Any]:
    """The answer to one form. Raises FormError."""
    return report_case(read_case(form), on)


def report_case(case: Case, on: date) -> dict[str, Any]:
    """The verdict of one case; of one post, when there is no youth, the verdict of each group."""
    if case.youth is None:
        groups = judge_groups(case.job, on, case.stage, case.hire, case.config)
        return {"id": case.id, "groups": {name: verdict(findings) for name, findings in groups.items()}}
    findings = judge(case.youth, case.job, case.stage, on, case.hire, case.config)
    return {"id": case.id, **verdict(findings)}


def verdict(findings: Findings) -> dict[str, Any]:
    return {
        "legal": findings.legal,
        "violations": list(findings.violations),
        "warnings": list(findings.warnings),
        "findings": [told(finding) for finding in findings],
    }


def told(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "effect": str(finding.effect),
        "figure": finding.figure,
        "limit": finding.limit,
        "unit": finding.unit,
        "why": finding.sentence,
        "source": finding.source,
        "in_force_from": finding.in_force_from.isoformat(),
        "confidence": finding.confidence,
    }
