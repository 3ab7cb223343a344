# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports that are killed, that have no room, that have no descriptors: all or nothing, and never twice."""
import os
import random
import shutil
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap

ROWS = 20000
ROUNDS = 100 if centre.LONG else 20
SEED = int(os.environ.get("CVN_SEED", "7"))

place = centre.folder()
source = os.path.join(place, "inschrijvingen.csv")
sample = centre.make_sample(os.path.join(place, "sample.convenant"))
before = centre.query(sample, "SELECT count(*) FROM registration_count")[0][0]


def write_source():
    """Counts of months long before the sample's, so that each row is a new record."""
    codes = ("GM0546", "GM0537", "GM0547", "GM0579", "GM0626", "GM0638")
    groups = ("kenniswerker", "onderzoeker", "ondernemer", "student", "partner", "kind")
    rows = [f"{1900 + n // 432:04}-{n // 36 % 12 + 1:02},{codes[n // 6 % 6]},{groups[n % 6]},{n % 9 + 2},{n % 3},verzonnen"
            for n in range(ROWS)]
    with open(source, "w", encoding="utf-8") as file:
        file.write("\n".join(["maand,gemeentecode,doelgroep,aantal,aantal_betaald,bron", *rows, ""]))


def count(path):
    return centre.query(path, "SELECT count(*) FROM registration_count")[0][0] - before


def copy(name):
    """A centre of its own with the sample in it; nobody has the sample open, so the file is all there is."""
    path = os.path.join(centre.folder(), name)
    shutil.copy(sample, path)
    return path


def check(path):
    done = centre.run("--file", path, "--check")
    assert (done.returncode, done.stderr) == (centre.DONE, ""), done


def log_size(path):
    """Bytes in the log beside a file; none when there is no log, or no longer."""
    try:
        return os.path.getsize(path + "-wal")
    except FileNotFoundError:
        return 0


def import_and_kill(path, after):
    """Starts an import and kills it as soon as so many bytes have been written to the log, or when it ends before."""
    process = subprocess.Popen([centre.PROGRAM, "--file", path, "--import", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while process.poll() is None and log_size(path) <= after:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode


def test_killed_import_is_all_or_nothing():
    write_source()
    whole = copy("whole.convenant")
    most = 0
    process = subprocess.Popen([centre.PROGRAM, "--file", whole, "--import", source], stdout=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, log_size(whole))
    assert process.returncode == centre.DONE and count(whole) == ROWS, (process.returncode, count(whole))
    assert most > 0
    dice = random.Random(SEED)
    tally = {"killed": 0, "all": 0, "nothing": 0}
    for number in range(ROUNDS):
        path = copy("killed.convenant")
        # The last rounds wait for the whole log: the end of the import is the delicate part.
        after = most - 1 if number % 4 == 3 else dice.randrange(most)
        tally["killed"] += import_and_kill(path, after) == -signal.SIGKILL
        assert count(path) in (0, ROWS), (number, after, count(path))
        tally["all" if count(path) else "nothing"] += 1
        check(path)
        said = centre.must("--file", path, "--import", source)
        assert count(path) == ROWS, (number, after, count(path))
        assert said.startswith(("0 added", f"{ROWS} added")), said
        shutil.rmtree(os.path.dirname(path))
    tap.note(f"{ROUNDS} rounds: {tally}")
    assert tally["killed"] > ROUNDS // 2, tally


def on_small_disk(size, *commands):
    """Runs shell commands with a file system of so many kilobytes at $disk; it is gone afterwards."""
    mount = os.path.join(centre.folder(), "disk")
    os.mkdir(mount)
    script = "\n".join(["set -u", f'mount -t tmpfs -o size={size}k tmpfs "$disk" || exit 99', *commands])
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=centre.PATIENCE,
                          env=os.environ | {"disk": mount, "program": centre.PROGRAM, "sample": sample, "source": source})
    if done.returncode == 99 or "unshare" in done.stderr:
        raise tap.Skip("only root may mount a small disk")
    return done


def test_disk_full_during_import():
    write_source()
    done = on_small_disk(4096, 'cp "$sample" "$disk/c.convenant"',
                         '"$program" --file "$disk/c.convenant" --import "$source"; echo "status $?"',
                         'mount -o remount,size=64m "$disk"',
                         '"$program" --file "$disk/c.convenant" --check; echo "check $?"',
                         'sqlite3 "$disk/c.convenant" "SELECT \'rows \' || count(*) FROM registration_count"',
                         '"$program" --file "$disk/c.convenant" --import "$source"; echo "again $?"',
                         'sqlite3 "$disk/c.convenant" "SELECT \'rows \' || count(*) FROM registration_count"')
    lines = done.stdout.splitlines()
    tap.note(done.stderr)
    assert lines[0] in ("status 2", "status 3"), done
    assert "full" in done.stderr or "space" in done.stderr, done
    assert "check 0" in lines and "again 0" in lines, done
    assert [line for line in lines if line.startswith("rows ")] == [f"rows {before}", f"rows {before + ROWS}"], done


def test_disk_full_during_export():
    """The file that was there stays as it was, and nothing is left beside it."""
    done = on_small_disk(12, 'echo old >"$disk/out.csv"',
                         '"$program" --file "$sample" --export registration_count --output "$disk/out.csv"; echo "status $?"',
                         'echo "kept $(cat "$disk/out.csv")"; echo "files $(ls -A "$disk" | wc -l)"')
    tap.note(done.stderr)
    assert done.stdout.splitlines() == ["status 5", "kept old", "files 1"], done
    assert done.stderr.startswith("convenant: "), done


def test_no_descriptors():
    """The program says so, and the file is as it was. GLib ends a program that can make no pipe: no worse than a kill."""
    write_source()
    path = copy("few.convenant")
    for limit in (4, 5, 6, 8, 10, 12):
        # A leak checker needs descriptors of its own.
        done = centre.run("--file", path, "--import", source, before=["env", "ASAN_OPTIONS=detect_leaks=0", "prlimit", f"--nofile={limit}"])
        if done.returncode == centre.DONE:
            break
        assert done.returncode in (centre.REFUSED, centre.UNREADABLE, -signal.SIGTRAP, -signal.SIGABRT), (limit, done)
        assert "convenant: " in done.stderr or "GLib-ERROR" in done.stderr, (limit, done)  # libraries complain as well
        assert count(path) == 0, limit
        check(path)
    centre.must("--file", path, "--import", source)
    assert count(path) == ROWS


sys.exit(tap.run("/fault/import", tap.cases_of(__name__)))
