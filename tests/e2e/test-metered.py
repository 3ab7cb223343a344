# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window on a network that is paid for by the byte, as the desktop's portal tells it: nothing is exchanged by itself, "Sync Now"
exchanges once, and on a network that costs nothing it goes on by itself."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "support"))
import centre
import tap
from atspi_ui import App, wait
from peer import FAR, Peer, serve_far, skip, trust_far
from portal import ASKS, Portal

CHARGES = "This network charges for what goes over it. Nothing is exchanged by itself; choose “Sync Now” to exchange once."
folder = centre.folder()
path = os.path.join(folder, "charged.convenant")
asked = []  # of the proxy that leads to the server
peer = portal = app = None


def needs_server():
    if app is None:
        raise tap.Skip("there is no server to share a centre through")


def add_elsewhere(number):
    peer.ask("PUT", f"far/organisation:01ARZ3NDEKTSV4RRFFQ69G5FA{number}", {"kind": "municipality", "name_nl": f"Elders {number}"})


def has(number):
    return centre.query(path, "SELECT 1 FROM organisation WHERE name_nl = ?", f"Elders {number}")


def test_says_why_it_waits():
    global peer, portal, app
    skip()
    peer = Peer()
    peer.ask("PUT", "far")
    environment = dict(os.environ, **ASKS)
    portal = Portal(environment, metered=True, proxy=f"http://127.0.0.1:{serve_far(peer, asked)}")
    centre.must("--file", path, "--import", os.path.join(centre.SAMPLE, "organisaties.csv"))
    exchange = [centre.PROGRAM, "--file", path, "--sync", "--once"]
    # Whose certificate nobody vouches for yet.
    subprocess.run([*exchange, "--server", FAR, "--database", "far"], env=environment, stderr=subprocess.DEVNULL, check=False)
    trust_far(path)
    subprocess.run(exchange, env=environment, stdout=subprocess.DEVNULL, check=True)
    add_elsewhere(1)
    del asked[:]
    app = App([centre.PROGRAM, "--file", path], "convenant", environment)
    app.press(app.get("button", "Working offline"))
    wait(lambda: app.find("label", CHARGES))
    assert not asked and not has(1), asked


def test_exchanges_when_told_to():
    needs_server()
    app.press(app.get("button", "Sync Now"))
    wait(lambda: has(1))
    assert asked
    wait(lambda: app.find("label", "Shared, up to date"))
    n_asked = len(asked)
    # Once means once: nobody listens for what comes next.
    add_elsewhere(2)
    assert len(asked) == n_asked and not has(2)


def test_goes_on_where_it_costs_nothing():
    needs_server()
    portal.charge(False)
    wait(lambda: has(2))
    add_elsewhere(3)
    wait(lambda: has(3))


def test_holds_back_again():
    needs_server()
    portal.charge(True)
    wait(lambda: app.find("label", CHARGES))
    app.key("Escape")
    status, said = app.finish()
    assert (status, said) == (0, []), (status, said)


if __name__ == "__main__":
    status = tap.run("/e2e/metered", tap.cases_of(__name__))
    if app and app.process.poll() is None:
        app.process.kill()
        app.process.wait()
    if portal:
        portal.stop()
    if peer:
        peer.stop()
    sys.exit(status)
