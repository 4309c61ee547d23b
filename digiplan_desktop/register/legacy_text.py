"""Text typed in the fonts of before Unicode (TCVN3 ".VnTime", VNI): found out by column and converted."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digiplan_desktop.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE = RESOURCES / "register" / "legacy_encodings_tcvn3_vni.csv"
_COLUMNS = {"tcvn3": "tcvn3_abc_as_latin1_codepoints", "vni": "vni_windows_as_cp1252_codepoints"}
_SAMPLE = 500
# Letters that only Unicode text has: none of them can come out of a TCVN3 or VNI font.
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)
# Signs inside words that no Vietnamese text has, but TCVN3 letters look like when read as Latin-1.
_TCVN3_SIGNS = re.compile(
    "[\u00a1-\u00a9\u00aa-\u00ae\u00b5-\u00b9\u00bb-\u00bf\u00c6-\u00c8\u00cb\u00ce\u00cf\u00d0\u00d1\u00d6\u00d8\u00de\u00e5-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fe]"
)
# In VNI a base letter is followed by the letter that stands for its mark.
_VNI_SIGNS = re.compile(
    "[\u00f1\u00d1\u00f6\u00d6\u00ee\u00ae]|[aAeE][\u00e1\u00e0\u00e5\u00e3\u00e4\u00e9\u00e8\u00fa\u00fc\u00eb\u00f9\u00f8\u00fb\u00f5\u00ef\u00e2\u00ea\u00c1\u00c0\u00c5\u00c3\u00c4\u00c9\u00c8\u00da\u00dc\u00cb\u00d9\u00d8\u00db\u00d5\u00cf\u00c2\u00ca]|[oOuU\u00f4\u00f6][\u00f9\u00f8\u00fb\u00f5\u00ef\u00e4\u00e5\u00e3\u00d9\u00d8\u00db\u00d5\u00cf]"
)


@dataclass(frozen=True)
class _Conversion:
    letters: Mapping[str, str]
    pattern: re.Pattern[str]

    def apply(self, text: str) -> str:
        return self.pattern.sub(lambda found: self.letters[found[0]], text)


@cache
def _conversion(encoding: str) -> _Conversion:
    """Build the table of an encoding; longest first, since VNI "aâ" must not be read as "a" and "â".

    Small letters win over capitals with the same sign: TCVN3 fonts have no capitals with a tone.
    """
    letters: dict[str, str] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            points = row[_COLUMNS[encoding]].split()
            written = "".join(chr(int(point.removeprefix("U+"), 16)) for point in points)
            if written and (written not in letters or row["unicode_nfc"].islower()):
                letters[written] = row["unicode_nfc"]
    ordered = sorted(letters, key=len, reverse=True)
    return _Conversion(letters, re.compile("|".join(map(re.escape, ordered))))


def convert(text: str, encoding: str) -> str:
    """Give the text in Unicode. `encoding` is "tcvn3" or "vni"."""
    return _conversion(encoding).apply(text)


def has_unicode_letters(texts: Iterable[str]) -> bool:
    """Say whether a letter occurs that only Unicode text can have."""
    return any(_UNICODE_ONLY.search(text) for text in texts)


def detect_encoding(texts: Iterable[str]) -> str:
    """Give "tcvn3" or "vni" when the texts of a column, or of a whole sheet, are clearly so, else ""."""
    unicode_texts = tcvn3 = vni = marked = 0
    for index, text in enumerate(text for text in texts if not text.isascii()):
        if index >= _SAMPLE:
            break
        marked += 1
        if _UNICODE_ONLY.search(text):
            unicode_texts += 1
            continue
        tcvn3_signs, vni_signs = len(_TCVN3_SIGNS.findall(text)), len(_VNI_SIGNS.findall(text))
        tcvn3 += tcvn3_signs > vni_signs
        vni += vni_signs > tcvn3_signs
    if not marked or unicode_texts > 0.05 * marked or max(tcvn3, vni) < 0.5 * marked:
        return ""
    return "tcvn3" if tcvn3 > vni else "vni"
