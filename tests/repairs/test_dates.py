from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.repairs.dates import as_date

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
UNAMBIGUOUS = (
    "{0.year:04}-{0.month}-{0.day}",
    "{0.year:04}/{0.month:02}/{0.day:02}",
    "{0.year:04}{0.month:02}{0.day:02}",
    "{0.day} {0:%B} {0.year:04}",
    "{0:%b}. {0.day}, {0.year:04}",
    "{0.day}th  {0:%b} {0.year:04} ",
)


@given(DAYS, st.sampled_from(UNAMBIGUOUS))
def test_a_day_written_in_a_way_that_means_one_day_is_found(day: date, form: str) -> None:
    """Dates as pages print them would each be typed anew."""
    assert day.isoformat() == as_date(form.format(day))


@given(DAYS, st.sampled_from(["{0.day}/{0.month}/{0.year:04}", "{0.month}.{0.day}.{0.year:04}"]))
def test_a_day_that_may_be_another_is_not_guessed(day: date, form: str) -> None:
    """The 5th of March would turn into the 3rd of May, and nobody would see it."""
    is_sure = day.day > 12 or day.day == day.month

    assert (day.isoformat() if is_sure else None) == as_date(form.format(day))


@pytest.mark.parametrize("written", [2024, "2024", "2024/3", "March 2024", "Sept. 2024"])
def test_what_is_known_of_a_date_alone_stands(written: str | int) -> None:
    """A year would be given a month that nobody said."""
    found = as_date(written)

    assert found is not None
    assert found in {"2024", "2024-03", "2024-09"}


@pytest.mark.parametrize("written", ["2024-02-30", "13/13/2024", "5 Mai 2024", "lately", "", 5, True, None, ["2024"]])
def test_what_is_no_date_stays(written: object) -> None:
    """A slip of the pen would turn into another day."""
    assert as_date(written) is None
