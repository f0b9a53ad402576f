"""What every test is run with: one time zone, no animation, colours as they are drawn for everybody."""

import os
import time

from hypothesis import settings

os.environ.update(TZ="UTC", TEXTUAL_ANIMATIONS="none", COLORTERM="truecolor", TERM="xterm-256color")
for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "FACTCHECK_DB", "FACTCHECK_REVIEWER", "FACTCHECK_CONFIG"):
    os.environ.pop(name, None)
time.tzset()

settings.register_profile("factcheck", deadline=None)  # a busy machine is no error
settings.load_profile("factcheck")
