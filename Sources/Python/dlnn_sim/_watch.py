"""Run a program until it ends, or until standard input is closed: for another process.

The page's server must not outlive the Python that started it, even if that is killed. The system
then closes the pipe to this process.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading


def main() -> int:
    """Run the arguments as a program and return its exit code."""
    process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)

    def stop() -> None:
        while os.read(0, 1):  # without a buffer, which would be locked when Python ends
            pass
        process.send_signal(signal.SIGINT)
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()

    threading.Thread(target=stop, daemon=True).start()
    return process.wait()


if __name__ == "__main__":
    sys.exit(main())
