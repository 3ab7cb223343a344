# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive a GTK 4 program from outside: AT-SPI to find and read, XTEST (xdotool) for the pointer and keys.

Facts this code stands on (GTK 4.8.3, at-spi2-core 2.46):
 * extents are right only as CoordType.WINDOW; SCREEN makes the *program* warn and is wrong
 * 0,0 of those extents is inside the window's border (5 px without a compositor), so an offset is worked out
 * the 'showing' state is set on the toplevel only; what is really on screen has a non-empty extent
 * a GtkColumnView is 'tree table' > ['table row' header, 'list' > 'table row' > 'table cell' > 'label'];
   about 200 rows exist at a time; no Table interface, no row count, rows have no action
 * 'click' works on buttons; list rows, rows of a column view and labels have no useful action: use the pointer
"""
import os, subprocess, time, warnings
import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib
warnings.simplefilter("ignore", DeprecationWarning)


SLOW = float(os.environ.get("E2E_SLOW", "1"))  # sanitizers, valgrind


def wait(what, seconds=10.0):
    end = time.monotonic() + seconds * SLOW
    while True:
        try:
            r = what()
            if r:
                return r
        except GLib.Error:  # an object that went away between two calls
            pass
        if time.monotonic() > end:
            raise AssertionError("timed out")
        time.sleep(0.03)


def same(got, want):
    """GTK 4.8 joins a button's own label, underline and all, with its child's: '_Fetch Fetch'."""
    got = got.replace("_", "")
    return want is None or got == want or got == f"{want} {want}"


def is_role(node, role):
    """'push button' became 'button' in at-spi2-core 2.5x, and GTK 4.10+ shows a menu button as a toggle."""
    got = node.get_role_name()
    return got in ("push button", "button", "toggle button") if role == "button" else got == role


class App:
    def __init__(self, argv, name, env=None):
        Atspi.init()
        self.process = subprocess.Popen(argv, env=env, stderr=subprocess.PIPE, text=True)
        self.name = name
        self.node = wait(self._find)
        wait(self.window)

    def _find(self):
        if self.process.poll() is not None:
            raise SystemExit("the program ended: " + self.process.stderr.read())
        desk = Atspi.get_desktop(0)
        for i in range(desk.get_child_count()):
            a = desk.get_child_at_index(i)
            if a and a.get_name() == self.name and a.get_child_count() > 0:
                return a

    def window(self):
        """Not by its role: while it waits for its figures it is a filler, and the library remembers what it was told first."""
        children = [self.node.get_child_at_index(i) for i in range(self.node.get_child_count())]
        return next((c for c in children if c and self.on_screen(c)), None)

    def walk(self, node=None, prune=()):
        node = node or self.node
        yield node
        if node.get_role_name() in prune:
            return
        for i in range(node.get_child_count()):
            c = node.get_child_at_index(i)
            if c:
                yield from self.walk(c, prune)

    def find(self, role, name=None, root=None, visible=True):
        # ~0.5 ms an object: never walk a column view's 200 rows by accident
        for n in self.walk(root, prune=() if root else ("tree table",)):
            if is_role(n, role) and same(n.get_name(), name):
                if visible and not self.on_screen(n):
                    continue
                if role == "button" and n.get_n_actions() == 0:
                    continue  # the outer half of a GtkMenuButton
                return n

    def get(self, role, name=None, root=None):
        return wait(lambda: self.find(role, name, root))

    def menu_items(self):
        """By position: GTK 4.18 gives menu items no name."""
        return wait(lambda: [n for n in self.walk(prune=("tree table",)) if n.get_role_name() == "menu item" and self.on_screen(n)])

    @staticmethod
    def on_screen(n):
        if n.get_component_iface() is None:  # a GtkStackPage
            return False
        e = n.get_extents(Atspi.CoordType.WINDOW)
        return e.width > 0 and e.height > 0

    def press(self, n):
        """Through the accessibility action: what a screen reader does."""
        assert n.get_n_actions() > 0, "no action"
        n.do_action(0)

    def click(self, n, button=1):
        """With a real pointer; buttons 4 and 5 are the wheel."""
        win = subprocess.check_output(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)], text=True).split()[-1]
        geo = dict(l.split("=") for l in subprocess.check_output(["xdotool", "getwindowgeometry", "--shell", win], text=True).split())
        f = wait(self.window).get_extents(Atspi.CoordType.WINDOW)
        dx, dy = (int(geo["WIDTH"]) - f.width) // 2, (int(geo["HEIGHT"]) - f.height) // 2
        e = n.get_extents(Atspi.CoordType.WINDOW)
        x = int(geo["X"]) + dx + e.x + e.width // 2
        y = int(geo["Y"]) + dy + e.y + e.height // 2
        subprocess.check_call(["xdotool", "mousemove", str(x), str(y), "click", str(button)])

    @staticmethod
    def take_focus():
        """There is no window manager, and newer GTK leaves the keys to nobody when a window is closed."""
        def ask(*words):
            return subprocess.run(["xdotool", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.split()
        if not ask("getwindowfocus", "getwindowname"):
            windows = ask("search", "--onlyvisible", "--name", ".")
            if windows:
                ask("windowfocus", "--sync", windows[-1])

    def type(self, text):
        self.take_focus()
        subprocess.check_call(["xdotool", "type", "--delay", "5", text])

    def key(self, *keys):
        self.take_focus()
        subprocess.check_call(["xdotool", "key", *keys])

    def rows(self, view):
        """The texts of the rows of a GtkColumnView that are on screen."""
        body = next(n for n in self.walk(view) if n.get_role_name() == "list")
        out = []
        for i in range(body.get_child_count()):
            row = body.get_child_at_index(i)
            e = row.get_extents(Atspi.CoordType.WINDOW)
            if e.height == 0:  # made, not shown
                continue
            out.append([l.get_name() for l in self.walk(row) if l.get_role_name() == "label"])
        return out

    def finish(self, known=(), quit_key="ctrl+q"):
        """Ends the program as a person would, so that leak checkers and coverage get their turn;
        returns its exit status and what it wrote to stderr, less the lines known to be noise."""
        self.key(quit_key)
        try:
            err = self.process.communicate(timeout=60 * SLOW)[1]
        except subprocess.TimeoutExpired:
            self.process.terminate()
            err = self.process.communicate(timeout=10)[1] + "it did not quit by itself\n"
        return self.process.returncode, [l for l in err.splitlines() if l.strip() and not any(k in l for k in known)]
