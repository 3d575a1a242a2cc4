# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright (C) 2026 The Frontdesk authors
"""A learning record store as small as one can be that keeps what xAPI 1.0.3 asks of statements: an id that
comes again with the same statement is fine, with another it is a conflict, and a batch is taken whole or
not at all. What it answers instead can be scripted, down to the bytes."""

import base64
import http.server
import json
import pathlib
import socket
import ssl
import subprocess
import threading
import time
import urllib.parse

USER, SECRET = "desk", "swordfish-147"
AUTHORIZATION = "Basic " + base64.b64encode(f"{USER}:{SECRET}".encode()).decode()


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Certificates:
    """An authority and certificates of it, made when they are asked for."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.authority = self.folder / "authority.pem"
        self.make_key("authority")
        openssl("req", "-x509", "-key", self.folder / "authority.key", "-subj", "/CN=School authority", "-days", "2",
                "-out", self.authority)

    def make_key(self, name):
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.folder / f"{name}.key")

    def make(self, name, alternative="IP:127.0.0.1,DNS:localhost", days=2):
        """The path of a certificate with its key; with `days` below zero it ran out yesterday."""
        self.make_key(name)
        request, extensions = self.folder / f"{name}.csr", self.folder / f"{name}.ext"
        extensions.write_text(f"subjectAltName={alternative}\n")
        openssl("req", "-new", "-key", self.folder / f"{name}.key", "-subj", f"/CN={name}", "-out", request)
        certificate = self.folder / f"{name}.crt"
        openssl("x509", "-req", "-in", request, "-CA", self.authority, "-CAkey", self.folder / "authority.key",
                "-CAcreateserial", "-days", days, "-extfile", extensions, "-out", certificate)
        whole = self.folder / f"{name}.pem"
        whole.write_text(certificate.read_text() + (self.folder / f"{name}.key").read_text())
        return whole


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are written apart

    def log_message(self, *_arguments):
        pass

    def answer(self, status, body=b"", headers=()):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Experience-API-Version", "1.0.3")
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.take(b"")

    def do_POST(self):
        self.take(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def take(self, body):
        store = self.server.store
        with store.lock:
            store.requests.append((self.command, self.path, dict(self.headers), body))
            script = store.script.pop(0) if store.script else store.always
        try:
            if script is None or script(self, body) == "go on":
                store.answer(self, body)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass


class Store:
    """Runs until close(). `script`: what to do with the next requests, each a function of handler and body, which
    answers, or returns "go on"; `always`: the same for all others. `refuses`: of a statement, a status
    and words, or None."""

    def __init__(self, certificate=None, port=0):
        self.lock = threading.Lock()
        self.statements = {}
        self.order = []
        self.requests = []
        self.script = []
        self.always = None
        self.refuses = lambda statement: None
        self.most_bytes = 10 ** 9
        self.page = 100
        self.n_stored_again = 0
        self.server = Server(("127.0.0.1", port), Handler)
        self.server.store = self
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                     do_handshake_on_connect=False)
        self.port = self.server.server_address[1]
        self.url = f"{'https' if certificate else 'http'}://127.0.0.1:{self.port}/xapi/"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler, body):
        parts = urllib.parse.urlsplit(handler.path)
        query = urllib.parse.parse_qs(parts.query)
        if parts.path == "/xapi/about":
            handler.answer(200, {"version": ["1.0.3"]})
        elif handler.headers.get("Authorization") != AUTHORIZATION:
            handler.answer(401, {"message": "who are you?"})
        elif parts.path != "/xapi/statements":
            handler.answer(404, {"message": "no such thing"})
        elif handler.command == "POST":
            self.take(handler, body)
        elif "statementId" in query:
            statement = self.statements.get(query["statementId"][0])
            handler.answer(200 if statement else 404, statement or {"message": "no such statement"})
        else:
            self.give(handler, query)

    def take(self, handler, body):
        if handler.headers.get("X-Experience-API-Version") != "1.0.3":
            return handler.answer(400, {"message": "no version"})
        if len(body) > self.most_bytes:
            return handler.answer(413, {"message": "too much"})
        statements = json.loads(body)
        with self.lock:
            for statement in statements:
                refusal = self.refuses(statement)
                if refusal:
                    return handler.answer(refusal[0], {"message": refusal[1]})
                kept = self.statements.get(statement["id"])
                if kept is not None and kept != statement:
                    return handler.answer(409, {"message": "conflict"})
            for statement in statements:
                if statement["id"] in self.statements:
                    self.n_stored_again += 1
                else:
                    self.order.append(statement["id"])
                self.statements[statement["id"]] = statement
        handler.answer(200, [statement["id"] for statement in statements])
        return None

    def give(self, handler, query):
        with self.lock:
            chosen = [self.statements[each] for each in self.order]
        for verb in query.get("verb", []):
            chosen = [each for each in chosen if each["verb"]["id"] == verb]
        if query.get("since", [""])[0] > "9000":
            chosen = []
        first = int(query.get("from", ["0"])[0])
        more = ""
        if first + self.page < len(chosen):
            query["from"] = [str(first + self.page)]
            more = "/xapi/statements?" + urllib.parse.urlencode(query, doseq=True)
        handler.answer(200, {"statements": chosen[first:first + self.page], "more": more})


# What a store can do to those who ask it.

def status(code, body=b"", *headers):
    return lambda handler, _body: handler.answer(code, body, headers)


def cut_off(handler, _body):
    """Promises more than it sends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n[\"")
    handler.wfile.flush()
    handler.close_connection = True
    handler.connection.close()


def hang_up_before(handler, _body):
    handler.close_connection = True
    handler.connection.close()


def hang_up_after(handler, body):
    """Takes the statements, and is gone before it can say so."""
    class Silent:
        headers, command = handler.headers, handler.command

        def answer(self, *_arguments):
            pass

    handler.server.store.take(Silent(), body)
    hang_up_before(handler, body)


def endless(handler, _body):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        handler.wfile.write(b"10000\r\n" + b"[" * 65536 + b"\r\n")


def endless_headers(handler, _body):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-More: " + b"a" * 60000 + b"\r\n")


def raw(answer):
    """Just these bytes, and the end."""
    def give(handler, _body):
        handler.wfile.write(answer)
        handler.wfile.flush()
        handler.close_connection = True
    return give


def endless_bytes(some):
    def give(handler, _body):
        while True:
            handler.wfile.write(some * 1000)
    return give


def slow(handler, _body):
    """A byte every now and then, so that no pause between two is long."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        handler.wfile.write(b"[")
        handler.wfile.flush()
        time.sleep(0.2)


def mute(handler, _body):
    handler.connection.settimeout(None)
    try:
        handler.connection.recv(1)
    except (OSError, socket.timeout):
        pass
