"""`python -m optimizer` is the command line."""

import sys

from optimizer.cli import main

sys.exit(main())
