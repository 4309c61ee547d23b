"""Small survey rounds for tests, written the way one would describe them."""

from __future__ import annotations

from datetime import date

from digiplan_desktop.plan.evidence import RoundEvidence, StratumFrame, UnitResponse

YES = {
    "status": 1.0,
    "legal_form": 2.0,
    "kpi_digital_mid": 1.0,
    "kpi_digital_wide": 1.0,
    "kpi_digital_strict": 0.0,
}
NO = {**YES, "kpi_digital_mid": 0.0}


def make_round(strata, *, regime="census_in_progress", on=date(2025, 12, 31), territory="old", **more):
    """Make a round of form dn01 from {stratum: (N, drawn, yes, no, ineligible)}.

    Communes are "W1" and "W2" by turns, preceded by the district of the stratum.
    """
    frames, responses = [], []
    for label, (population, drawn, yes, no, ineligible) in strata.items():
        frames.append(StratumFrame(label, population, drawn))
        outcomes = [("I", YES)] * yes + [("I", NO)] * no + [("ineligible", {"status": 3.0})] * ineligible
        district = label.split("|")[0]
        responses += [
            UnitResponse(label, f"{district}-W{1 + number % 2}", district, disposition, facts)
            for number, (disposition, facts) in enumerate(outcomes)
        ]
    return RoundEvidence(
        id=more.pop("id", "round"),
        form="dn01",
        regime=regime,
        reference_date=on,
        territory=territory,
        strata=tuple(frames),
        responses=tuple(responses),
        **more,
    )
