from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from digiplan_desktop.plan.csv_estimates import estimate_csv
from tests.helpers.r_survey import run_r

DATA = Path(__file__).resolve().parents[1] / "data"
SCRIPT = """
for (name in c("apistrat", "apiclus1", "apisrs")) {
  frame <- get(name); frame$wide <- as.numeric(frame$sch.wide == "Yes")
  frame$one <- 1; assign(name, frame); write.csv(frame, paste0(name, ".csv"), row.names = FALSE)
}
survey_ask <- function(id, design) {
  imp <- subset(design, comp.imp == "Yes"); high <- subset(design, stype == "H")
  plain(paste0(id, ":mean"), svymean(~api00, design), design)
  plain(paste0(id, ":total"), svytotal(~enroll, design), design)
  plain(paste0(id, ":share-wald"), svymean(~wide, design), design)
  proportion(paste0(id, ":share-logit"), ~wide, design, "xlogit")
  proportion(paste0(id, ":share-beta"), ~wide, design, "beta")
  wilson(paste0(id, ":share-wilson"), ~wide, design)
  plain(paste0(id, ":ratio"), svyratio(~api.stu, ~enroll, design), design)
  plain(paste0(id, ":domain-mean"), svymean(~api00, imp), imp)
  plain(paste0(id, ":domain-total"), svytotal(~enroll, high), high)
  plain(paste0(id, ":domain-ratio"), svyratio(~api.stu, ~enroll, imp), imp)
  small <- subset(design, stype == "E")
  proportion(paste0(id, ":domain-logit"), ~wide, small, "xlogit")
  proportion(paste0(id, ":domain-beta"), ~wide, small, "beta")
  wilson(paste0(id, ":domain-wilson"), ~wide, small)
}
sizes <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
clus <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
survey_ask("strat", strat)
survey_ask("strat-plain", svydesign(id = ~1, strata = ~stype, fpc = ~fpc, data = apistrat))
survey_ask("strat-nofpc", svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat))
survey_ask("srs", svydesign(id = ~1, weights = ~pw, fpc = ~fpc, data = apisrs))
survey_ask("clus", clus)
survey_ask("clus-plain", svydesign(id = ~dnum, fpc = ~fpc, data = apiclus1))
survey_ask("nested", svydesign(id = ~dnum, strata = ~stype, nest = TRUE, weights = ~pw, data = apistrat))
survey_ask("post-clus", postStratify(clus, ~stype, sizes))
survey_ask("post-srs", postStratify(svydesign(id = ~1, fpc = ~fpc, data = apisrs), ~stype, sizes))
set.seed(20261123)
made <- do.call(rbind, lapply(1:7, function(h) {
  villages <- 3 + h
  part <- data.frame(h = paste0("h", h), village = rep(1:villages, times = sample(2:9, villages, TRUE)))
  part$N <- villages * (2 + h %% 3)
  part
}))
made$w <- round(runif(nrow(made), 1, 30), 3)
made$g <- sample(c("a", "b", "c"), nrow(made), TRUE)
made$part <- sample(c("in", "out"), nrow(made), TRUE)
made$y <- as.numeric(runif(nrow(made)) < .35)
made$x <- round(rexp(nrow(made), .1), 2)
made$x[sample(nrow(made), 9)] <- NA
write.csv(made, "made.csv", row.names = FALSE)
made$known <- !is.na(made$x); made$x[!made$known] <- 0
design <- svydesign(id = ~village, strata = ~h, nest = TRUE, weights = ~w, fpc = ~N, data = made)
totals <- data.frame(g = c("a", "b", "c"), Freq = c(700, 900, 1100))
for (kind in c("made", "made-post")) {
  if (kind == "made-post") design <- postStratify(design, ~g, totals)
  inside <- subset(design, part == "in")
  proportion(paste0(kind, ":logit"), ~y, inside, "xlogit")
  proportion(paste0(kind, ":beta"), ~y, inside, "beta")
  known <- subset(inside, known)
  plain(paste0(kind, ":mean"), svymean(~x, known), known)
  plain(paste0(kind, ":total"), svytotal(~x, known), known)
  plain(paste0(kind, ":ratio"), svyratio(~y, ~x, known), known)
}

vn <- read.csv("digiplan_resp.csv", encoding = "UTF-8", colClasses = c(mst = "character"))
province <- svydesign(id = ~1, strata = ~cell, fpc = ~N_c, data = vn)
active <- subset(province, elig == 1)
plain("vn:total", svytotal(~y, active), active)
proportion("vn:logit", ~y, active, "xlogit")
proportion("vn:beta", ~y, active, "beta")
wilson("vn:wilson", ~y, active)
for (name in unique(vn$huyen)) {
  part <- subset(province, elig == 1 & huyen == name)
  proportion(paste0("vn:logit:", gsub(" ", "_", name)), ~y, part, "xlogit")
  proportion(paste0("vn:beta:", gsub(" ", "_", name)), ~y, part, "beta")
}
"""
POST = {"by": "stype", "totals": {"E": 4421, "H": 755, "M": 1018}}
DESIGNS = {
    "strat": ("apistrat", {"strata": "stype", "population": "fpc", "weights": "pw"}),
    "strat-plain": ("apistrat", {"strata": "stype", "population": "fpc"}),
    "strat-nofpc": ("apistrat", {"strata": "stype", "weights": "pw"}),
    "srs": ("apisrs", {"population": "fpc", "weights": "pw"}),
    "clus": ("apiclus1", {"psu": "dnum", "population": "fpc", "weights": "pw"}),
    "clus-plain": ("apiclus1", {"psu": "dnum", "population": "fpc"}),
    "nested": ("apistrat", {"strata": "stype", "psu": "dnum", "weights": "pw"}),
    "post-clus": ("apiclus1", {"psu": "dnum", "population": "fpc", "weights": "pw", "poststrata": POST}),
    "post-srs": ("apisrs", {"population": "fpc", "poststrata": POST}),
}
WIDE = {"kind": "share", "y": "sch.wide", "equals": "Yes"}
IMPROVED = {"domain": {"comp.imp": "Yes"}}
ELEMENTARY = {"domain": {"stype": "E"}}
RATIO = {"kind": "ratio", "y": "api.stu", "x": "enroll", "interval": "wald"}
ASK = [
    {"id": "mean", "kind": "mean", "y": "api00"},
    {"id": "total", "kind": "total", "y": "enroll"},
    {"id": "share-wald", **WIDE, "interval": "wald"},
    {"id": "share-logit", **WIDE, "interval": "logit"},
    {"id": "share-beta", **WIDE, "interval": "beta"},
    {"id": "share-wilson", **WIDE, "interval": "wilson"},
    {"id": "ratio", **RATIO},
    {"id": "domain-mean", "kind": "mean", "y": "api00", **IMPROVED},
    {"id": "domain-total", "kind": "total", "y": "enroll", "domain": {"stype": "H"}},
    {"id": "domain-ratio", **RATIO, **IMPROVED},
    {"id": "domain-logit", **WIDE, **ELEMENTARY},
    {"id": "domain-beta", **WIDE, **ELEMENTARY, "interval": "korn-graubard"},
    {"id": "domain-wilson", **WIDE, **ELEMENTARY, "interval": "wilson"},
]


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    folder = tmp_path_factory.mktemp("r")
    shutil.copy(DATA / "digiplan_resp.csv", folder)
    return folder, run_r(SCRIPT, folder)


def assert_same(found, expected):
    value, se, df, low, high = expected
    assert math.isclose(found.value, value, rel_tol=1e-8)
    assert math.isclose(found.se, se, rel_tol=1e-8)
    assert found.df == df
    assert math.isclose(found.low, low, rel_tol=1e-7)
    assert math.isclose(found.high, high, rel_tol=1e-7)


@pytest.mark.parametrize("name", DESIGNS)
def test_estimates_of_the_school_surveys_equal_those_of_r(reference, name):
    folder, expected = reference
    data, design = DESIGNS[name]
    for found in estimate_csv(folder / f"{data}.csv", {**design, "ask": ASK}):
        assert_same(found.estimate, expected[f"{name}:{found.id}"])


@pytest.mark.parametrize("interval", ["logit", "beta"])
def test_estimates_of_every_district_of_the_invented_province_equal_those_of_r(reference, interval):
    folder, expected = reference
    share = {"kind": "share", "y": "y", "equals": 1, "interval": interval}
    names = [key.split(":")[2] for key in expected if key.startswith(f"vn:{interval}:")]
    assert len(names) == 15
    ask = [{"id": f"vn:{interval}", **share, "domain": {"elig": 1}}]
    ask += [
        {"id": f"vn:{interval}:{name}", **share, "domain": {"elig": 1, "huyen": name.replace("_", " ")}}
        for name in names
    ]
    for found in estimate_csv(
        folder / "digiplan_resp.csv", {"strata": "cell", "population": "N_c", "ask": ask}
    ):
        assert_same(found.estimate, expected[found.id])


@pytest.mark.parametrize("name", ["made", "made-post"])
def test_an_invented_design_with_strata_villages_gaps_and_post_strata_equals_r(reference, name):
    folder, expected = reference
    inside = {"domain": {"part": "in"}}
    design = {"strata": "h", "psu": "village", "population": "N", "weights": "w"}
    if name == "made-post":
        design["poststrata"] = {"by": "g", "totals": {"a": 700, "b": 900, "c": 1100}}
    ask = [
        {"id": "logit", "kind": "share", "y": "y", "equals": 1, **inside},
        {"id": "beta", "kind": "share", "y": "y", "equals": 1, "interval": "beta", **inside},
        {"id": "mean", "kind": "mean", "y": "x", **inside},
        {"id": "total", "kind": "total", "y": "x", **inside},
        {"id": "ratio", "kind": "ratio", "y": "y", "x": "x", "interval": "wald", **inside},
    ]
    for found in estimate_csv(folder / "made.csv", {**design, "ask": ask}):
        assert_same(found.estimate, expected[f"{name}:{found.id}"])


def test_the_total_of_adopters_in_the_invented_province_equals_that_of_r(reference):
    folder, expected = reference
    ask = [
        {"id": "vn:total", "kind": "total", "y": "y", "domain": {"elig": 1}},
        {
            "id": "vn:wilson",
            "kind": "share",
            "y": "y",
            "equals": 1,
            "domain": {"elig": 1},
            "interval": "wilson",
        },
    ]
    for found in estimate_csv(
        folder / "digiplan_resp.csv", {"strata": "cell", "population": "N_c", "ask": ask}
    ):
        assert_same(found.estimate, expected[found.id])


def test_the_published_figures_of_the_school_survey_are_met(reference):
    folder, _ = reference
    mean, share, domain = estimate_csv(
        folder / "apistrat.csv",
        {
            "strata": "stype",
            "population": "fpc",
            "weights": "pw",
            "ask": [
                {"id": "mean", "kind": "mean", "y": "api00"},
                {"id": "share", **WIDE},
                {"id": "part", **WIDE, **IMPROVED},
            ],
        },
    )
    assert round(mean.estimate.value, 2) == 662.29
    assert round(mean.estimate.se, 4) == 9.4089
    assert mean.estimate.df == 197
    assert round(share.estimate.value, 10) == 0.8279480114
    assert round(share.estimate.se, 10) == 0.0243447801
    assert (round(share.estimate.low, 10), round(share.estimate.high, 10)) == (0.7745396547, 0.8708148549)
    assert round(domain.estimate.value, 10) == 0.9745093067
    assert round(domain.estimate.se, 10) == 0.0155087828
    assert domain.estimate.df == 113


def test_the_published_figures_of_the_invented_province_are_met():
    share = {"kind": "share", "y": "y", "equals": 1}
    province, district = estimate_csv(
        DATA / "digiplan_resp.csv",
        {
            "strata": "cell",
            "population": "N_c",
            "ask": [
                {"id": "all", **share, "domain": {"elig": 1}},
                {"id": "Lắk", **share, "domain": {"elig": 1, "huyen": "Lắk"}},
            ],
        },
    )
    assert round(province.estimate.value, 10) == 0.2846679931
    assert round(province.estimate.se, 10) == 0.0143702627
    assert province.estimate.df == 898
    assert (round(province.estimate.low, 10), round(province.estimate.high, 10)) == (
        0.2573239780,
        0.3136903780,
    )
    assert (district.estimate.n, district.estimate.df) == (20, 16)
    assert round(district.estimate.value, 10) == 0.1826677995
    assert round(district.estimate.se, 10) == 0.0888933171
