"""Every command refused in these tests is refused in both languages."""

from tests.both_languages import (
    every_issue_speaks_both_languages as every_issue_speaks_both_languages,
)
