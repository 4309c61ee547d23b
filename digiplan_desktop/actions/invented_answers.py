"""Invented answers to the enterprise questionnaire: consistent, and more digital the larger the enterprise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

# How far along an invented enterprise of each size is, from 0 to 1, and how likely it answers at all.
MATURITY = {"micro": 0.16, "small": 0.34, "medium": 0.55, "large": 0.78}
RESPONSE = {"micro": 0.70, "small": 0.76, "medium": 0.84, "large": 0.95}
_FUNCTIONS = ("f_acct", "f_hr", "f_adm", "f_pur", "f_inv", "f_prod", "f_log", "f_sale", "f_crm")
_LEGAL_FORMS = {
    "Doanh nghiệp tư nhân": "1",
    "Công ty TNHH MTV": "2",
    "Công ty TNHH": "3",
    "Công ty Cổ phần": "4",
}
_SECTIONS = {
    "Chế": "C",
    "Thu": "G",
    "Kinh": "G",
    "Xây": "F",
    "Bán": "G",
    "Vận": "H",
    "Dịch": "I",
    "Gia": "C",
    "Lập": "K",
}

Answers = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Respondent:
    """An enterprise of the register as the interviewer meets it."""

    fields: Mapping[str, object]
    commune: str
    day: date


def invent_answers(respondent: Respondent, random: Random) -> Answers:
    """Give the answers by question; a tuple is a choice of several."""
    fields = respondent.fields
    answers: Answers = {
        "ent_name": str(fields["m/name"]),
        "mst": str(fields["m/tax_code"]),
        "commune": respondent.commune,
        "address": str(fields["m/address"]),
        "status": _status(random),
        **_interview(respondent, random),
    }
    if answers["status"] != "1":
        return answers
    maturity = min(0.97, max(0.03, random.gauss(MATURITY[str(fields["m/size"])], 0.16)))
    answers |= _identity(fields)
    answers |= _size(fields, random)
    answers |= _technology(int(str(answers["emp"])), maturity, random)
    answers |= _sales(maturity, random)
    answers |= _money(random, maturity)
    return answers | _rest(maturity, random)


def _status(random: Random) -> str:
    return random.choices("12347", (0.915, 0.035, 0.02, 0.02, 0.01))[0]


def _interview(respondent: Respondent, random: Random) -> Answers:
    return {
        "mode": random.choices("123", (0.5, 0.3, 0.2))[0],
        "int_date": (respondent.day - timedelta(days=random.randint(1, 40))).isoformat(),
        "interviewer": f"ĐTV {random.randint(1, 24):02}",
        "result": "1",
    }


def _identity(fields: Mapping[str, object]) -> Answers:
    activity = str(fields["m/activity"])
    return {
        "legal_form": _LEGAL_FORMS[str(fields["m/legal_form"])],
        "ownership": "2",
        "reg_date": str(fields["m/reg_date"]),
        "activity": activity,
        "vsic1": _SECTIONS.get(activity.split(maxsplit=1)[0], "S"),
        "resp_name": str(fields["m/legal_rep"]),
        "consent": "1",
    }


def _size(fields: Mapping[str, object], random: Random) -> Answers:
    staff = int(str(fields["m/emp"]))
    return {
        "emp": str(staff),
        "emp_f": str(random.randint(0, staff)),
        "emp_si": str(max(1, round(staff * random.uniform(0.6, 1)))),
        "rev": str(staff * random.randint(120, 1_800)),
        "cap": str(fields["m/capital"]),
    }


def _technology(staff: int, maturity: float, random: Random) -> Answers:
    devices = max(1, round(staff * random.uniform(0.2, 1)))
    answers: Answers = {
        "ict_dev": "1",
        "ict_dev_n": str(devices),
        "net": "1",
        "net_n": str(random.randint(1, devices)),
        "net_speed": random.choice("1234"),
        "web": "1" if random.random() < maturity else "0",
        "soc": tuple(random.sample(("fb", "zalo", "tiktok", "yt"), random.randint(1, 3))),
        "econtract": random.choices("120", (maturity, maturity, 1.4 - maturity))[0],
        "tech": _advanced(maturity, random),
    }
    for function in _FUNCTIONS:
        answers[function] = _level(maturity if function != "f_acct" else maturity + 0.3, random)
    return answers


def _level(maturity: float, random: Random) -> str:
    software = maturity * 0.55
    weights = (max(0.02, 1 - maturity - software / 2), 0.35, software, software * 0.4, 0.12)
    return random.choices("01239", weights)[0]


def _advanced(maturity: float, random: Random) -> tuple[str, ...]:
    if random.random() > maturity * 0.7:
        return ("khong",)
    return tuple(random.sample(("dam_may", "ai", "du_lieu", "iot"), random.randint(1, 3)))


def _sales(maturity: float, random: Random) -> Answers:
    sells = random.random() < 0.22 + 0.5 * maturity
    answers: Answers = {"ec_sell": "1" if sells else "0", "ec_buy": random.choices("10", (0.4, 0.6))[0]}
    if sells:
        channels = ("web", "san", "mxh", "nentang", "email")
        answers |= {
            "ec_ch": tuple(random.sample(channels, random.randint(1, 3))),
            "ec_pct": str(random.randint(1, 70)),
            "ec_b2c": str(random.randint(0, 100)),
        }
    return answers


def _money(random: Random, maturity: float) -> Answers:
    used = random.choices("124", (0.93, 0.06, 0.01))[0]
    invoices: Answers = {"ei": used}
    if used == "4":
        invoices["ei_why"] = "3"
    else:
        invoices["ei_type"] = ("co_ma",)
    share = min(95, round(100 * random.uniform(maturity / 2, 1)))
    return invoices | {
        "pay_in": ("tien_mat", "ck", "qr"),
        "pay_in_pct": str(share),
        "pay_out_pct": str(random.randint(20, 100)),
        "pay_sal": random.choice("120"),
    }


def _rest(maturity: float, random: Random) -> Answers:
    return {
        "it": "0",
        "hr_ict": random.choices("12340", (maturity / 4, maturity / 3, 0.4, 0.3, 0.4))[0],
        "hr_tr": "1" if random.random() < maturity else "0",
        "strat": random.choices("012", (1.2 - maturity, 0.3, maturity / 2))[0],
        "sec": tuple(random.sample(("av", "bk", "mfa", "upd"), random.randint(1, 3))),
        "inc": ("khong",),
        "bar": tuple(random.sample(("b1", "b2", "b3", "b4", "b5", "b9"), random.randint(1, 3))),
        "need": tuple(random.sample(("n1", "n2", "n3", "n6", "n8"), random.randint(1, 3))),
    }
