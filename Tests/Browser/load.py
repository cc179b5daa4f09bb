"""The page under a flood of requests from this machine: memory stays flat, and every answer is correct or a clear refusal.

make test-load [SECONDS=10]
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from conftest import PATIENCE, Served, eventually

SECONDS = int(os.environ.get("SECONDS_EACH", "10"))
ALLOWED = {200, 409, 429, 503}

# Every request is a different state, so that caching does not help; wrk prints the counts of the answers.
SCRIPT = """
local threads = {}
local count = 0
function setup(thread) thread:set("id", count); count = count + 1; table.insert(threads, thread) end
local number = 0
statuses = ""
local counts = {}
function request()
  number = number + 1
  return wrk.format("GET", (string.format(PATH, id * 1000003 + number, id):gsub("RANDOM", number)))
end
function response(status)
  counts[status] = (counts[status] or 0) + 1
  local words = {}
  for code, many in pairs(counts) do table.insert(words, code .. "=" .. many) end
  statuses = table.concat(words, " ")
end
function done(summary)
  for _, thread in ipairs(threads) do io.write("statuses " .. (thread:get("statuses") or "") .. "\\n") end
  io.write(string.format("requests %d timeouts %d broken %d\\n", summary.requests, summary.errors.timeout,
    summary.errors.connect + summary.errors.read + summary.errors.write))
end
"""


def resident(process):
    """Megabytes of the program itself, without its gnuplots."""
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


def flood(served, path, connections, seconds=SECONDS):
    """Sends requests as fast as possible; returns the counts of each status, and what broke."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.replace("PATH", json.dumps(path)))
        script.flush()
        said = subprocess.run(
            ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", script.name,
             served.address.rstrip("/")],
            capture_output=True, text=True, check=True, timeout=seconds + PATIENCE).stdout
    counts = {}
    for code, many in re.findall(r"(\d+)=(\d+)", said):
        counts[int(code)] = counts.get(int(code), 0) + int(many)
    broken = re.search(r"requests (\d+) timeouts (\d+) broken (\d+)", said)
    return counts, int(broken.group(2)), int(broken.group(3))


def ask(served, path):
    try:
        with urllib.request.urlopen(served.address.rstrip("/") + path, timeout=PATIENCE) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except OSError as error:
        return str(error), b""


def reader(served, name, stop, times):
    """Another page, used at a normal pace during the flood."""
    turn = 0
    while not stop.is_set():
        turn += 1
        start = time.monotonic()
        status, body = ask(served, f"/run?plugin=tree&plugin=loss&eta={50 + turn % 100}.{turn}&page={name}&turn={turn}")
        times.append((time.monotonic() - start, status, body))
        time.sleep(0.05)


def children(process):
    listed = subprocess.run(["ps", "-o", "pid=,stat=,comm=", "--ppid", str(process.pid)], capture_output=True, text=True)
    return listed.stdout.split("\n")[:-1]


def main():
    served = Served()
    wrong = []
    floods = [
        ("the page itself", "/style.css?%d&%d", 64),
        ("one known run", "/run?plugin=shark-bones&plugin=illusion&save=%d&page=x%d&turn=1", 64),
        ("new runs, one page a thread", "/run?plugin=shark-bones&plugin=illusion&seed=%d&page=flood%d&turn=1", 64),
        ("new runs, many pages", "/run?plugin=tree&plugin=rsa&seed=%d&page=stranger%d-RANDOM&turn=1", 128),
        ("new pictures", "/figures/illusion.svg?plugin=shark-bones&plugin=illusion&seed=%d&page=flood%d&turn=1", 64),
        ("heavy runs", "/run?plugin=tree&plugin=modes&epochs=3000&hidden=100&seed=%d&page=heavy%d&turn=1", 64),
        ("bad requests", "/figures/%d/..%%2f%d.svg?plugin=none", 64),
        ("more connections than may be", "/run?plugin=shark-bones&plugin=illusion&seed=%d&page=many%d&turn=1", 400),
    ]
    right = ask(served, "/run?plugin=shark-bones&plugin=illusion&page=control")[1]
    right = {**json.loads(right), "milliseconds": None, "fromMemory": None, "figures": None}
    print(f"{'':32}{'answers':>28}{'a second':>10}{'reader':>16}{'memory':>9}")
    for title, path, connections in floods:
        stop, times = threading.Event(), []
        calm = threading.Thread(target=reader, args=(served, f"reader{len(path)}", stop, times))
        calm.start()
        try:
            counts, timeouts, broken = flood(served, path, connections)
        finally:
            stop.set()
            calm.join()
        allowed = ALLOWED | ({400, 404} if title == "bad requests" else set())
        if set(counts) - allowed or (broken and connections <= 256):
            wrong.append(f"{title}: {counts}, {timeouts} timed out, {broken} broken")
        # The other page always gets an answer, or is asked to wait.
        fine = sum(status == 200 for _, status, _ in times)
        if any(status not in ALLOWED for _, status, _ in times) or (connections <= 256 and fine < 0.5 * len(times)):
            wrong.append(f"{title}: the reader was answered {sorted({str(status) for _, status, _ in times})}")
        waits = sorted(seconds for seconds, status, _ in times if status == 200) or [float("nan")]
        answers = " ".join(f"{code}:{many}" for code, many in sorted(counts.items()))
        print(f"{title:32}{answers:>28}{sum(counts.values()) / SECONDS:10.0f}"
              f"{1000 * waits[len(waits) // 2]:7.0f} /{1000 * waits[-1]:4.0f} ms{resident(served.process):6.0f} MB", flush=True)
    # Flat: repeating the same flood takes no more memory.
    levels = []
    for _ in range(3):
        flood(served, floods[4][1], 64)
        levels.append(resident(served.process))
    print(f"three floods of new pictures: {', '.join(f'{level:.0f} MB' for level in levels)}")
    if levels[2] > 1.15 * levels[0] + 20:
        wrong.append(f"memory grows: {levels}")
    again = {**json.loads(ask(served, "/run?plugin=shark-bones&plugin=illusion&page=control2")[1]),
             "milliseconds": None, "fromMemory": None, "figures": None}
    if again != right:
        wrong.append("the same run has a different answer after the floods")
    if not eventually(lambda: not children(served.process)):
        wrong.append(f"processes are left: {children(served.process)}")
    code, said = served.end()
    if code != 0 or said.count("\n") > 3:
        wrong.append(f"it exited with {code} and printed: {said[:500]}")
    print("\n".join(wrong) or "every answer was correct or a clear refusal")
    return bool(wrong)


sys.exit(main())
