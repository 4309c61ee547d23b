"""The two function libraries: XPath 1.0 as it stands, and the ODK dialect on top of it."""

from __future__ import annotations

from digiplan_desktop.forms.functions import dates, digests, geography, nodesets, numbers, selects, text
from digiplan_desktop.forms.xpath.function import library_of

CORE_LIBRARY = library_of(text.CORE, numbers.CORE, selects.CORE, nodesets.CORE)
ODK_LIBRARY = {
    **CORE_LIBRARY,
    **library_of(
        text.FUNCTIONS,
        numbers.FUNCTIONS,
        dates.FUNCTIONS,
        selects.FUNCTIONS,
        nodesets.FUNCTIONS,
        digests.FUNCTIONS,
        geography.FUNCTIONS,
    ),
}
