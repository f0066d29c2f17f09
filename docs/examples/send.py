#!/usr/bin/env python3
"""Sends one file to the gateway over HTTP, signed. Python 3.8 or newer, standard library only.

    send.py URL PARTNER SECRET-FILE EXCHANGE FILE [CONTENT-TYPE]
    send.py http://127.0.0.1:8080 water data/secrets/water inspection today.json

The signature is HMAC-SHA256 with the partner's secret over six lines without a line feed at the end:
method, path, query (its parameters sorted; empty here), SHA-256 of the body in hexadecimal digits,
milliseconds since 1970, nonce. The file's name is the idempotency key: the same file twice counts once.
"""
import hashlib
import hmac
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid


def signed(method, path, body, secret):
    moment = str(int(time.time() * 1000))
    nonce = uuid.uuid4().hex
    lines = [method, path, "", hashlib.sha256(body).hexdigest(), moment, nonce]
    signature = hmac.new(secret, "\n".join(lines).encode(), hashlib.sha256).hexdigest()
    return {"X-Timestamp": moment, "X-Nonce": nonce, "X-Signature": signature}


def call(url, partner, secret, method, path, body=b"", headers=None):
    request = urllib.request.Request(url + path, data=body or None, method=method)
    for name, value in {**signed(method, path, body, secret), "X-App-Key": partner, **(headers or {})}.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def main(url, partner, secret_file, exchange, file, content_type="application/json"):
    secret = pathlib.Path(secret_file).read_text(encoding="utf-8").strip().encode()
    body = pathlib.Path(file).read_bytes()
    path = "/api/v1/exchanges/" + urllib.parse.quote(exchange)
    key = urllib.parse.quote(pathlib.Path(file).name)
    status, receipt = call(
        url, partner, secret, "POST", path, body, {"Content-Type": content_type, "Idempotency-Key": key})
    print(status, json.dumps(receipt, ensure_ascii=False))
    if status not in (200, 202):  # 200: it has been here already
        return 1
    time.sleep(2)  # what became of it; ask again while it says RECEIVED
    print(*call(url, partner, secret, "GET", "/api/v1/messages/" + receipt["messageId"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (6, 7) else __doc__)
