"""The figures of the bank: python -m tests.following_up.later_words [PART]; of a part that is open also what is not right, line by line."""

import sys

from tests.following_up.later_words import PUT_ASIDE, figures, situations

part = sys.argv[1] if len(sys.argv) > 1 else "open"
if part not in PUT_ASIDE:
    for one in situations(part):
        if not one.right() or (one.strikes and not one.closed):
            label = one.label
            kind = "WRONGLY CLOSED" if one.closed else "missed"
            sys.stdout.write(f"{kind} {label['id']} {label['says']} → {one.status} {sorted(one.told)}: {label['task']} ← {label['later']}\n")
for name, (right, of) in figures(part).items():
    sys.stdout.write(f"{name}: {right} of {of}\n")
