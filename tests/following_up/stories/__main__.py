"""The figures of the stories: python -m tests.following_up.stories"""

from tests.following_up.stories import main

main()
