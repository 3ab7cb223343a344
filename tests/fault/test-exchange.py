# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program exchanges with a server and is killed; no connection without being told to; no secret where it does not belong."""
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from peer import FAR, Peer, serve_far, skip, trust_far
from portal import ASKS, Portal

ROUNDS = 40 if centre.LONG else 8
SEED = int(os.environ.get("CVN_SEED", "7"))
CANARY = "canary-of-the-keyring"
OFFLINE = 6  # the exit status when the server cannot be reached
NOT_EXCHANGED = 7  # the exit status when there is nothing to exchange with


def leaves(path):
    return sorted(row[0] for row in centre.query(path, "SELECT document || ' ' || gen || '-' || hash FROM sync_leaf"))


def start(path, *more, **options):
    return subprocess.Popen([centre.PROGRAM, "--file", path, "--sync", "--once", *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **options)


def exchange(path, *more):
    done = centre.run("--file", path, "--sync", "--once", *more)
    assert done.returncode == centre.DONE, done


def kill_within(process, seconds):
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    process.communicate()
    return False


def test_killed_exchange_goes_on():
    skip()
    peer = Peer()
    dice = random.Random(SEED)
    whole = centre.make_sample(os.path.join(centre.folder(), "sample.convenant"))
    n_killed = 0
    for number in range(ROUNDS):
        database = f"killed-{number}"
        peer.ask("PUT", database)
        a = os.path.join(centre.folder(), "a.convenant")
        b = os.path.join(centre.folder(), "b.convenant")
        shutil.copy(whole, a)
        place = ("--server", peer.address, "--database", database)
        began = time.monotonic()
        n_killed += kill_within(start(a, *place), dice.uniform(0.05, 1.2))
        exchange(a, *place)
        took = time.monotonic() - began
        n_killed += kill_within(start(b, *place), dice.uniform(0.05, max(took, 0.2)))
        exchange(b, *place)
        exchange(a)
        assert leaves(a) == leaves(b) == peer.leaves(database)
        for path in (a, b):
            assert centre.run("--file", path, "--check").returncode == centre.DONE
    tap.note(f"{n_killed} of {2 * ROUNDS} killed")
    assert n_killed > 0
    peer.stop()


def look_at_process(pid, secret):
    """What others on this computer may read of it."""
    for what in ("cmdline", "environ", "comm"):
        with open(f"/proc/{pid}/{what}", "rb") as file:
            assert secret.encode() not in file.read(), what


def test_secret_stays_out():
    skip()
    peer = Peer()
    peer.ask("PUT", "secret")
    path = centre.make_sample(os.path.join(centre.folder(), "secret.convenant"))
    command = [centre.PROGRAM, "--file", path, "--sync", "--once", "--server", peer.address, "--database", "secret", "--account", "ans", "--password-stdin"]
    log = os.path.join(os.path.dirname(path), "log")
    with open(log, "wb") as said:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=said, stderr=said, text=True, env=dict(os.environ, G_MESSAGES_DEBUG="all"))
        process.stdin.write(CANARY + "\n")
        process.stdin.close()
        look_at_process(process.pid, CANARY)
        while process.poll() is None:
            with contextlib.suppress(OSError):  # it is just ending
                look_at_process(process.pid, CANARY)
    assert os.path.getsize(log) > 0
    for place, _, names in os.walk(os.path.dirname(path)):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                assert CANARY.encode() not in file.read(), name
    peer.stop()


def test_no_connection_without_sharing():
    if shutil.which("strace") is None:
        raise tap.Skip("there is no strace")
    path = centre.make_sample(os.path.join(centre.folder(), "alone.convenant"))
    trace = os.path.join(centre.folder(), "connections")
    # LeakSanitizer cannot look at a program that is being traced.
    traced = dict(os.environ, ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
    subprocess.run(["strace", "-f", "-e", "trace=connect", "-o", trace, centre.PROGRAM, "--file", path, "--figures", "2019"],
                   check=True, stdout=subprocess.DEVNULL, env=traced)
    subprocess.run(["strace", "-f", "-e", "trace=connect", "-o", trace + "2", centre.PROGRAM, "--file", path, "--sync", "--once"],
                   stderr=subprocess.DEVNULL, env=traced)
    for name in (trace, trace + "2"):
        with open(name, encoding="utf-8") as file:
            assert "AF_INET" not in file.read()


def test_ends_when_not_shared():
    """At once, however soon that is: the thread that watches for signals may not have begun yet."""
    path = centre.make_sample(os.path.join(centre.folder(), "unshared.convenant"))
    for _ in range(10):
        process = start(path)
        _, said = process.communicate(timeout=60)
        assert process.returncode == NOT_EXCHANGED and said, (process.returncode, said)


def test_exit_statuses():
    """What a script learns, and the sentence that a person reads beside it."""
    skip()
    peer = Peer()
    peer.ask("PUT", "there")
    path = centre.make_sample(os.path.join(centre.folder(), "statuses.convenant"))
    empty = os.path.join(centre.folder(), "new.convenant")
    cases = (
        (centre.USAGE, ("--once", "--file", path)),
        (centre.USAGE, ("--server", peer.address, "--file", path)),
        (centre.USAGE, ("--sync", "--check", "--file", path)),
        (centre.UNREADABLE, ("--sync", "--once", "--file", os.path.join(centre.folder(), "none.convenant"))),
        (NOT_EXCHANGED, ("--sync", "--once", "--file", path)),
        (NOT_EXCHANGED, ("--sync", "--once", "--file", path, "--server", peer.address)),
        (NOT_EXCHANGED, ("--sync", "--once", "--file", path, "--server", "http://couch.example.org/", "--database", "there")),
        (NOT_EXCHANGED, ("--sync", "--once", "--file", path, "--server", peer.address, "--database", "Not-A-Name")),
        (NOT_EXCHANGED, ("--sync", "--once", "--file", path, "--server", peer.address, "--database", "not-there")),
        (OFFLINE, ("--sync", "--once", "--file", path, "--server", "http://127.0.0.1:9/", "--database", "there")),
        (centre.DONE, ("--sync", "--once", "--file", path, "--server", peer.address, "--database", "there")),
        (centre.DONE, ("--sync", "--once", "--file", empty, "--server", peer.address, "--database", "there")),
    )
    for status, arguments in cases:
        done = centre.run(*arguments)
        assert done.returncode == status, (status, arguments, done)
        assert (done.stderr == "") == (status == centre.DONE), done
    assert leaves(path) == leaves(empty) == peer.leaves("there")
    peer.stop()


def wait_until(condition):
    patience = time.monotonic() + centre.PATIENCE
    while not condition():
        assert time.monotonic() < patience
        time.sleep(0.05)


def test_goes_on_until_it_is_ended():
    skip()
    peer = Peer()
    peer.ask("PUT", "live")
    path = centre.make_sample(os.path.join(centre.folder(), "live.convenant"))
    process = subprocess.Popen([centre.PROGRAM, "--file", path, "--sync", "--server", peer.address, "--database", "live"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
    wait_until(lambda: centre.query(path, "SELECT 1 FROM sync_state WHERE name = 'synced'"))
    peer.ask("PUT", "live/organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV", {"kind": "municipality", "name_nl": "Elders"})
    wait_until(lambda: centre.query(path, "SELECT 1 FROM organisation WHERE name_nl = 'Elders'"))
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (centre.DONE, "")
    peer.stop()


def test_proxy_of_the_system():
    """A server elsewhere is reached through the proxy that the system names, which sees neither a password nor a document."""
    skip()
    peer = Peer()
    peer.ask("PUT", "far")
    peer.ask("PUT", "near")
    peer.ask("PUT", "_config/admins/ans", CANARY)
    asked = []
    clean = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy") and name not in ("GIO_USE_PROXY_RESOLVER", "XDG_CURRENT_DESKTOP")}
    proxied = dict(clean, https_proxy=f"http://127.0.0.1:{serve_far(peer, asked)}")
    path = centre.make_sample(os.path.join(centre.folder(), "far.convenant"))
    place = ("--server", FAR, "--database", "far", "--account", "ans")

    def ask(environment, *more):
        return subprocess.run([centre.PROGRAM, "--file", path, "--sync", "--once", "--password-stdin", *more], env=environment, input=CANARY + "\n",
                              capture_output=True, text=True, timeout=centre.PATIENCE, check=False)

    # The authority of that certificate is not one of the system's: nothing is sent.
    done = ask(proxied, *place)
    assert done.returncode == NOT_EXCHANGED and "certificate" in done.stderr, done
    assert peer.leaves("far") == []
    trust_far(path)
    done = ask(proxied)
    assert done.returncode == centre.DONE, done
    assert peer.leaves("far") == leaves(path) != []
    assert len(asked) >= 2 and all(head.startswith("CONNECT couch.example.org:6984 ") for head in asked), asked
    assert not any("authorization" in head.lower() or CANARY in head for head in asked), asked
    # What the system excepts is not asked of the proxy, and a server on this computer never is.
    n_asked = len(asked)
    done = ask(dict(proxied, no_proxy="couch.example.org"))
    assert done.returncode == OFFLINE, done
    near = centre.make_sample(os.path.join(centre.folder(), "near.convenant"))
    every = dict(proxied, http_proxy=proxied["https_proxy"])
    done = centre.run("--file", near, "--sync", "--once", "--server", peer.address, "--database", "near", env=every)
    assert done.returncode == centre.DONE, done
    assert len(asked) == n_asked
    peer.stop()


def test_network_that_charges():
    """Over a network that is paid for by the byte nothing goes by itself, what somebody asks for once does; on another it goes on."""
    skip()
    peer = Peer()
    peer.ask("PUT", "far")
    asked = []
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True)
    environment = dict(os.environ, **ASKS, DBUS_SESSION_BUS_ADDRESS=bus.stdout.readline().strip())
    # In a program that talks on that bus the sanitizer's search for leaks breaks off, and says nothing of the program.
    environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    portal = Portal(environment, metered=True, proxy=f"http://127.0.0.1:{serve_far(peer, asked)}")
    path = centre.make_sample(os.path.join(centre.folder(), "charged.convenant"))
    program = [centre.PROGRAM, "--file", path, "--sync"]
    # Not trusted yet: it is only asked.
    done = subprocess.run([*program, "--once", "--server", FAR, "--database", "far"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == NOT_EXCHANGED and "certificate" in done.stderr, done
    trust_far(path)
    done = subprocess.run([*program, "--once"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == centre.DONE, done
    assert peer.leaves("far") == leaves(path) != []
    n_asked = len(asked)
    peer.ask("PUT", "far/organisation:01ARZ3NDEKTSV4RRFFQ69G5FAV", {"kind": "municipality", "name_nl": "Elders"})
    process = subprocess.Popen(program, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert "charges" in process.stderr.readline()
    assert len(asked) == n_asked
    portal.charge(False)
    wait_until(lambda: centre.query(path, "SELECT 1 FROM organisation WHERE name_nl = 'Elders'"))
    assert len(asked) > n_asked
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (centre.DONE, ""), (process.returncode, said)
    portal.stop()
    bus.kill()
    bus.wait()
    peer.stop()


def rename(path, name, **more):
    """Changes the name of one partner."""
    source = os.path.join(centre.folder(), "organisaties.csv")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"org_id,naam,soort\ngem-leiden,{name},gemeente\n")
    done = centre.run("--file", path, "--import", source, **more)
    assert done.returncode == centre.DONE, done


def name_of(path):
    return centre.query(path, "SELECT name_nl FROM organisation WHERE code = 'gem-leiden'")[0][0]


def test_wrong_clocks():
    """Two days slow here, a year fast there: what was written after seeing the other's holds, and nothing goes for its age."""
    skip()
    peer = Peer()
    peer.ask("PUT", "clocks")
    shift = {"LD_PRELOAD": os.path.join(os.environ["CVN_BUILDDIR"], "tests", "fault", "clock-shift.so"),
             # AddressSanitizer likes to come first.
             "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
    slow = dict(os.environ, **shift, CVN_CLOCK_SHIFT=str(-2 * 86400))
    fast = dict(os.environ, **shift, CVN_CLOCK_SHIFT=str(365 * 86400))
    a = centre.make_sample(os.path.join(centre.folder(), "a.convenant"))
    b = os.path.join(centre.folder(), "b.convenant")
    place = ("--sync", "--once", "--server", peer.address, "--database", "clocks")
    desks = ((a, slow), (b, fast))
    for path, clock in desks:
        assert centre.run("--file", path, *place, env=clock).returncode == centre.DONE
    before = centre.query(a, "SELECT count(*) FROM sync_leaf WHERE deleted = 0")
    for number in range(3):
        for path, clock in desks:
            name = f"Leiden {number} {os.path.basename(path)}"
            rename(path, name, env=clock)
            for other, other_clock in (*desks, *desks):
                assert centre.run("--file", other, *place, env=other_clock).returncode == centre.DONE
            assert name_of(a) == name_of(b) == name
    years = {row[0][:4] for row in centre.query(b, "SELECT at FROM journal")}
    assert len(years) > 1 or str(time.gmtime().tm_year + 1) in years, years
    assert leaves(a) == leaves(b) == peer.leaves("clocks")
    assert centre.query(b, "SELECT count(*) FROM sync_leaf WHERE deleted = 0") == before
    assert not centre.query(a, "SELECT * FROM sync_conflict") and not centre.query(b, "SELECT * FROM sync_conflict")
    peer.stop()


def test_no_network():
    """Without any network all work goes on, the changes wait, and go when it is back."""
    skip()
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        raise tap.Skip("there may be no network of its own here")
    peer = Peer()
    peer.ask("PUT", "offline")
    path = centre.make_sample(os.path.join(centre.folder(), "offline.convenant"))
    exchange(path, "--server", peer.address, "--database", "offline")
    known = peer.leaves("offline")
    rename(path, "Leiden aan Zee", before=("unshare", "-n"))
    done = centre.run("--file", path, "--sync", "--once", before=("unshare", "-n"))
    assert done.returncode == OFFLINE and done.stderr, done
    assert name_of(path) == "Leiden aan Zee" and peer.leaves("offline") == known
    exchange(path)
    assert peer.leaves("offline") == leaves(path) != known
    peer.stop()


sys.exit(tap.run("/fault/exchange", tap.cases_of(__name__)))
