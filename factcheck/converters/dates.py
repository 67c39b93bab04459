"""Days in prose, as datasets write them: ``April 1, 2020``, ``12. Juli 2021``."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from factcheck.converters.converter import Plain


@attrs.frozen(kw_only=True)
class DaysInProse:
    """How a language writes a day.

    Args:
        form: the day with ``{day}``, ``{month}`` and ``{year}``, numbers without leading zeros.
        months: the names of the months.
    """

    form: str
    months: Sequence[str]

    def taken(self, row: Plain, key: str) -> str | None:
        """Take a day out of a row as YYYY-MM-DD; what is written in another way stays in the row."""
        written = row.get(key)
        iso = self.read(written) if isinstance(written, str) else None
        if iso is not None:
            del row[key]
        return iso

    def read(self, written: str) -> str | None:
        """Return a day as YYYY-MM-DD, or None where it is written in another way or is no day."""
        parts = {
            "day": "(?P<day>[0-9]{1,2})",
            "month": f"(?P<month>{'|'.join(self.months)})",
            "year": "(?P<year>[0-9]{4})",
        }
        found = re.fullmatch(re.escape(self.form).replace(r"\{", "{").replace(r"\}", "}").format(**parts), written)
        if found is None:
            return None
        try:
            iso = date(int(found["year"]), self.months.index(found["month"]) + 1, int(found["day"])).isoformat()
        except ValueError:
            return None
        return iso if self.write(iso) == written else None

    def write(self, iso: str) -> str | None:
        """Return a day as the language writes it, or None for a month or a year."""
        parts = [int(part) for part in iso.split("-")]
        if len(parts) != 3:
            return None
        year, month, day = parts
        return self.form.format(day=day, month=self.months[month - 1], year=f"{year:04}")

    def written(self, key: str, iso: Any) -> Plain:
        """Return the member of a row that says a day; none where there is no day."""
        written = self.write(iso) if isinstance(iso, str) else None
        return {} if written is None else {key: written}


ENGLISH = DaysInProse(
    form="{month} {day}, {year}",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
)  # fmt: skip
GERMAN = DaysInProse(
    form="{day}. {month} {year}",
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
)  # fmt: skip
