"""The figures of the stories: python -m tests.following_up.stories"""

import sys

from tests.following_up.stories import figures

sys.stdout.write("\n".join(figures()) + "\n")
