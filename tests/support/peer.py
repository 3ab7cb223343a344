# SPDX-FileCopyrightText: 2026 The Convenant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server that tools/install-sync-peer installs, on 127.0.0.1, and the same one far away, behind a proxy."""
import contextlib
import json
import os
import socket
import sqlite3
import ssl
import subprocess
import threading
import time
import urllib.request

import centre
import tap

SOURCE = os.environ.get("CVN_SRCDIR", ".")
MODULES = os.path.join(SOURCE, "build-peer", "node_modules")
SERVER = os.path.join(MODULES, "pouchdb-server", "bin", "pouchdb-server")


class Peer:
    """A server of its own on 127.0.0.1."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self.process = subprocess.Popen(
            ["node", "-r", os.path.join(SOURCE, "tests", "sync", "peer", "guard.js"), SERVER, "-p", str(port), "-o", "127.0.0.1", "-n", "-m"],
            cwd=centre.folder(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, NODE_PATH=MODULES))
        patience = time.monotonic() + 30
        while True:
            try:
                self.ask("GET", "")
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > patience:
                    self.stop()
                    raise

    def ask(self, method, path, body=None):
        request = urllib.request.Request(self.address + path, method=method, data=body and json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            return json.load(answer)

    def leaves(self, database):
        rows = self.ask("GET", database + "/_changes?style=all_docs")["results"]
        return sorted(f"{row['id']} {change['rev']}" for row in rows for change in row["changes"])

    def stop(self):
        self.process.kill()
        self.process.wait()


def skip():
    if not os.path.exists(SERVER):
        raise tap.Skip("the server is not installed: run tools/install-sync-peer")


def pump(source, target):
    """Passes on what comes, until one of the two has enough."""
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


def serve(answer):
    """Listens on 127.0.0.1 and has every connection answered on a thread of its own, until the test ends; returns the port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def join(connection, port):
    other = socket.create_connection(("127.0.0.1", port))
    threading.Thread(target=pump, args=(other, connection), daemon=True).start()
    pump(connection, other)


FAR = "https://couch.example.org:6984/"
FAR_PEM = os.path.join(SOURCE, "tests", "sync", "peer", "wrong-name.pem")  # of couch.example.org


def serve_far(peer, asked):
    """Stands before @peer as the server FAR, to be reached through a proxy only; returns its port. @asked is what the proxy was asked."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FAR_PEM)

    def answer_as_server(connection):
        with contextlib.suppress(OSError):
            join(context.wrap_socket(connection, server_side=True), int(peer.address.split(":")[2].strip("/")))

    def answer_as_proxy(connection):
        head = b""
        while b"\r\n\r\n" not in head and (data := connection.recv(4096)):
            head += data
        asked.append(head.decode())
        connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        join(connection, server)

    server = serve(answer_as_server)
    return serve(answer_as_proxy)


def trust_far(path):
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT OR REPLACE INTO sync_state (name, value) VALUES ('ca-file', ?)", (os.path.abspath(FAR_PEM),))
