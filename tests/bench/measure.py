"""What the measuring scripts share."""

import os
import subprocess
import sys


def run(arguments, keep=True):
    """Runs a program to its end. Returns (CPU seconds, peak memory in MB, its standard output or how many bytes)."""
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE)
    output = child.stdout.read() if keep else sum(len(part) for part in iter(lambda: child.stdout.read(1 << 20), b""))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit("%s: ended with %d" % (" ".join(arguments), child.returncode))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def fastest(arguments, times):
    """The least CPU seconds of several runs: what disturbs a run makes it slower, never faster."""
    return min(run(arguments, keep=False)[0] for _ in range(times))


class Verdict:
    """Figures against their limits. Ends the script with 1 if one is beyond."""

    def __init__(self):
        self.beyond = 0

    def check(self, name, value, limit, unit):
        ok = value <= limit
        self.beyond += not ok
        print("%-7s %s: %.4g %s (at most %.4g)" % ("ok" if ok else "BEYOND", name, value, unit, limit))

    def end(self):
        sys.exit(1 if self.beyond else 0)
