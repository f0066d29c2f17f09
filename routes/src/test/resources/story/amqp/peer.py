"""An AMQP 1.0 client that is not Java: python3-qpid-proton, over TLS with a client certificate.

peer.py send|take|reject URL QUEUE CA CERTIFICATE KEY [IDEMPOTENCY-KEY]

CERTIFICATE may be "-": none is shown. send reads the body from standard input; take and reject write
"<Idempotency-Key> <body>" to standard output. What goes wrong is told on standard error, with exit code 1.
"""
import sys

from proton import Message, SSLDomain
from proton.utils import BlockingConnection

PATIENCE = 10


def connect(url, ca, certificate, key):
    domain = SSLDomain(SSLDomain.MODE_CLIENT)
    domain.set_trusted_ca_db(ca)
    domain.set_peer_authentication(SSLDomain.VERIFY_PEER)
    if certificate != "-":
        domain.set_credentials(certificate, key, None)
    return BlockingConnection(url, timeout=PATIENCE, ssl_domain=domain, allowed_mechs="EXTERNAL")


def send(connection, queue, key):
    body = sys.stdin.buffer.read()
    message = Message(body=body, durable=True, properties={"Idempotency-Key": key})
    connection.create_sender(queue).send(message, timeout=PATIENCE)


def fetch(connection, queue, settle):
    receiver = connection.create_receiver(queue, credit=1)
    message = receiver.receive(timeout=PATIENCE)
    body = message.body
    sys.stdout.write(message.properties["Idempotency-Key"] + " ")
    sys.stdout.write(body if isinstance(body, str) else bytes(body).decode())
    settle(receiver)


def main():
    what, url, queue, ca, certificate, key = sys.argv[1:7]
    connection = connect(url, ca, certificate, key)
    if what == "send":
        send(connection, queue, sys.argv[7])
    elif what == "take":
        fetch(connection, queue, lambda receiver: receiver.accept())
    else:
        fetch(connection, queue, lambda receiver: receiver.reject())
    connection.close()


try:
    main()
except Exception as trouble:  # whatever it is, the test wants to read it
    sys.exit("%s: %s" % (type(trouble).__name__, trouble))
