# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A portal on the session bus that says what a network costs and which proxy leads to it, as a desktop does for its programs.

In a test: Portal(bus, metered=True, proxy="http://…"), then portal.charge(False). It ends with the test."""
import subprocess
import sys

INTERFACES = """
<node>
  <interface name="org.freedesktop.portal.NetworkMonitor">
    <method name="GetAvailable"><arg type="b" direction="out"/></method>
    <method name="GetMetered"><arg type="b" direction="out"/></method>
    <method name="GetConnectivity"><arg type="u" direction="out"/></method>
    <method name="GetStatus"><arg type="a{sv}" direction="out"/></method>
    <method name="CanReach"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
    <signal name="changed"/>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.ProxyResolver">
    <method name="Lookup"><arg type="s" direction="in"/><arg type="as" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>"""
NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
FULL = 4  # the connectivity of a network with nothing in the way

# What makes a program ask a portal, in any version of GLib.
ASKS = {"GTK_USE_PORTAL": "1", "GIO_USE_PORTALS": "1", "GIO_USE_NETWORK_MONITOR": "portal", "GIO_USE_PROXY_RESOLVER": "portal"}


class Portal:
    def __init__(self, environment, metered, proxy):
        self.process = subprocess.Popen([sys.executable, __file__, proxy], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment)
        self.charge(metered)

    def charge(self, metered):
        """Returns when it is so, and has been told to whoever listens."""
        self.process.stdin.write("yes\n" if metered else "no\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "told\n"

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    import gi
    gi.require_version("Gio", "2.0")
    from gi.repository import Gio, GLib

    loop = GLib.MainLoop()
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    state = {"metered": False}

    def status():
        return GLib.Variant("(a{sv})", ({"available": GLib.Variant("b", True), "metered": GLib.Variant("b", state["metered"]),
                                         "connectivity": GLib.Variant("u", FULL)},))

    def called(_bus, _sender, _path, _interface, method, _arguments, invocation):
        answers = {"GetAvailable": lambda: GLib.Variant("(b)", (True,)), "GetMetered": lambda: GLib.Variant("(b)", (state["metered"],)),
                   "GetConnectivity": lambda: GLib.Variant("(u)", (FULL,)), "GetStatus": status, "CanReach": lambda: GLib.Variant("(b)", (True,)),
                   "Lookup": lambda: GLib.Variant("(as)", ([sys.argv[1]],))}
        invocation.return_value(answers[method]())

    def told(source, _condition):
        line = source.readline()
        if not line:
            loop.quit()
            return False
        state["metered"] = line == "yes\n"
        bus.emit_signal(None, PATH, "org.freedesktop.portal.NetworkMonitor", "changed", None)
        bus.flush_sync()
        print("told", flush=True)
        return True

    for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
        bus.register_object(PATH, interface, called, lambda *_: GLib.Variant("u", 3), None)

    def ready(*_):
        GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, told)

    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, ready, None)
    loop.run()


if __name__ == "__main__":
    main()
