#!/usr/bin/env python3
"""Checks the audit trail of an enforcement gateway. Shares no code with it.

    verify_audit.py FILE [--key PEM] [--checkpoints FILE|DIR ...] [--archives DIR]
    verify_audit.py --database CONNECTION [--key PEM] [--checkpoints FILE|DIR ...] [--archives DIR]

FILE is what `evidence` wrote for one message, what `verify-audit --export` wrote of the whole trail, or an archive file
(events-<month>.ndjson.gz). CONNECTION is what psql takes after -d; the trail is then read through psql, read-only.
Events that are not on line any more lie in archive files: with --archives those are checked too, one after the other,
and the trail goes on from the last; without it they are known by their hashes alone.

What is checked: that every event is the one that was hashed; that positions are dense and the tree over them has the
root of every checkpoint (RFC 6962); that inclusion proofs hold; that every checkpoint is signed (C2SP signed note, by
`openssl`); and that what the events tell is possible: one RECEIVED at the beginning of a message, an attempt before
every effect, one end per receiver.

Take key and checkpoints from where the gateway's administrators cannot write: without --key the key in the file itself
is used, and only says that the file agrees with itself.

Ends with 0 when all is good; 1 when something is not, with the first bad position; 2 when it cannot check.
Needs Python 3.8 and the program openssl (3.0), nothing else.
"""

import argparse
import base64
import gzip
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile
from datetime import datetime, timezone


class Bad(Exception):
    """Something is not as it was signed, or cannot have happened."""

    def __init__(self, position, what):
        super().__init__(what)
        self.position = position


# --- Hashes ---------------------------------------------------------------------------------------------------------


def rotate(word, bits):
    bits %= 32
    return ((word << bits) | (word >> (32 - bits))) & 0xFFFFFFFF


def sm3_in_python(data):
    """SM3 (GB/T 32905), for a Python whose OpenSSL lacks it."""
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + struct.pack(">Q", 8 * len(data))
    for start in range(0, len(padded), 64):
        w = list(struct.unpack(">16I", padded[start : start + 64]))
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15)
            w.append(x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = rotate((rotate(a, 12) + e + rotate(t, j)) & 0xFFFFFFFF, 7)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & 0xFFFFFFFF & g)
            tt1 = (ff + d + (ss1 ^ rotate(a, 12)) + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            d, c, b, a = c, rotate(b, 9), a, tt1
            h, g, f, e = g, rotate(f, 19), e, tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return struct.pack(">8I", *v)


def hash_named(algorithm):
    if algorithm == "sha-256":
        return lambda data: hashlib.sha256(data).digest()
    if algorithm == "sm3":
        if "sm3" in hashlib.algorithms_available:
            return lambda data: hashlib.new("sm3", data).digest()
        return sm3_in_python
    raise ValueError("unknown algorithm " + repr(algorithm))


# --- The tree (RFC 6962) --------------------------------------------------------------------------------------------


class Tree:
    """A tree to which leaves are appended; holds the roots of its complete parts."""

    def __init__(self, digest, parts=()):
        self.digest = digest
        self.parts = list(parts)  # (height, root), from the largest to the smallest
        self.size = sum(1 << height for height, _ in self.parts)

    def leaf(self, content):
        return self.digest(b"\0" + content)

    def node(self, left, right):
        return self.digest(b"\1" + left + right)

    def append(self, leaf_hash):
        height = 0
        while self.parts and self.parts[-1][0] == height:
            leaf_hash = self.node(self.parts.pop()[1], leaf_hash)
            height += 1
        self.parts.append((height, leaf_hash))
        self.size += 1

    def root(self):
        if not self.parts:
            return self.digest(b"")
        root = self.parts[-1][1]
        for _, part in reversed(self.parts[:-1]):
            root = self.node(part, root)
        return root

    def root_from_inclusion(self, leaf_hash, position, size, path):
        """The root that this path leads to (RFC 9162, 2.1.3.2), or None."""
        if position < 0 or position >= size:
            return None
        fn, sn, root = position, size - 1, leaf_hash
        for sibling in path:
            if sn == 0:
                return None
            if fn & 1 or fn == sn:
                root = self.node(sibling, root)
                while fn and not fn & 1:
                    fn, sn = fn >> 1, sn >> 1
            else:
                root = self.node(root, sibling)
            fn, sn = fn >> 1, sn >> 1
        return root if sn == 0 else None


# --- Events ---------------------------------------------------------------------------------------------------------

FIELDS = ("milestone", "messageId", "part", "deliveryId", "partner", "actor", "detail")


def microseconds(text):
    """Microseconds since 1970 of 2026-11-23T10:20:30.123456Z, to the last one."""
    whole, _, fraction = text.rstrip("Z").partition(".")
    at = datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return int(at.timestamp()) * 1_000_000 + int(fraction.ljust(6, "0") or 0)


def canonical(event):
    """The bytes of an event that are hashed."""
    texts = ["event-1", str(event["id"]), str(microseconds(event["at"]))]
    texts += [event.get(field) for field in FIELDS]
    content = b""
    for text in texts:
        if text is None:
            content += struct.pack(">i", -1)
        else:
            encoded = str(text).encode("utf-8")
            content += struct.pack(">i", len(encoded)) + encoded
    return content


# What may follow what in the life of one delivery; None is its beginning.
DELIVERY = {
    None: {"AWAITING_FILES", "ATTEMPTING"},
    "AWAITING_FILES": {"FILES_HELD", "PARKED"},
    "FILES_HELD": {"ATTEMPTING"},
    "ATTEMPTING": {"CONFIRMING", "DELIVERED", "REFUSED_BY_RECEIVER", "RETRY_AT", "PARKED", "IN_DOUBT", "CANCELLED"},
    "RETRY_AT": {"ATTEMPTING", "DELIVERED", "REFUSED_BY_RECEIVER"},
    "CONFIRMING": {"DELIVERED", "REFUSED_BY_RECEIVER", "PARKED"},
    "IN_DOUBT": {"CONFIRMING", "DELIVERED", "REFUSED_BY_RECEIVER", "PARKED", "REPLAYED"},
    "PARKED": {"REPLAYED", "DELIVERED", "REFUSED_BY_RECEIVER", "DISCARDED"},
    "REPLAYED": {"ATTEMPTING", "AWAITING_FILES", "FILES_HELD", "PARKED", "DELIVERED", "REFUSED_BY_RECEIVER"},
    "DELIVERED": {"REFUSED_BY_RECEIVER"},  # a later verdict of the receiver
    "REFUSED_BY_RECEIVER": {"REFUSED_BY_RECEIVER"},  # it says so again
    "CANCELLED": set(),
    "DISCARDED": set(),
}
DELIVERY_WORDS = set().union(*DELIVERY.values())


class Histories:
    """What has happened to each message and delivery so far."""

    def __init__(self, complete=True):
        self.complete = complete  # False: what came before is not here, and may have been anything
        self.waiting = {}  # message: does it wait for people?
        self.deliveries = {}

    def take(self, position, event):
        message = event.get("messageId")
        if message is None:
            return
        word = event["milestone"]
        if word == "RECEIVED":
            if message in self.waiting:
                raise Bad(position, "message %s was RECEIVED twice" % message)
            self.waiting[message] = False
        elif message not in self.waiting and not self.complete:
            self.waiting[message] = True
        elif message not in self.waiting:
            raise Bad(position, "%s of message %s, which was never RECEIVED" % (word, message))
        delivery = event.get("deliveryId")
        if delivery is not None:
            if word in DELIVERY_WORDS:
                self.delivery(position, delivery, word)
        elif word in ("PARKED", "QUARANTINED"):
            self.waiting[message] = True
        elif word in ("REPLAYED", "CORRECTED", "DISCARDED"):
            if not self.waiting[message]:
                raise Bad(position, "message %s was %s, but did not wait" % (message, word))
            self.waiting[message] = word == "CORRECTED"

    def delivery(self, position, delivery, word):
        before = self.deliveries.get(delivery)
        if (before is not None or self.complete) and word not in DELIVERY[before]:
            raise Bad(position, "delivery %s: %s after %s" % (delivery, word, before or "nothing"))
        self.deliveries[delivery] = word


# --- Checkpoints (C2SP signed notes) --------------------------------------------------------------------------------


class Key:
    def __init__(self, pem, kind, origin):
        self.pem = pem
        self.kind = kind
        self.origin = origin

    def signed(self, text, signature):
        """Asks openssl whether the key signed the text."""
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("key", "text", "signature")]
            for path, content in zip(paths, (self.pem.encode(), text.encode("utf-8"), signature)):
                with open(path, "wb") as file:
                    file.write(content)
            command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", paths[0], "-rawin"]
            command += ["-in", paths[1], "-sigfile", paths[2]]
            if self.kind == "sm2":
                command += ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
            answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            return answer.returncode == 0 and b"Signature Verified Successfully" in answer.stdout

    def text(self, note):
        """The lines of a note that the key signed; raises ValueError when it did not."""
        text, separator, signatures = note.rpartition("\n\n— ")
        if not separator:
            raise ValueError("not a signed note")
        text += "\n"
        for line in signatures.strip("\n").split("\n"):
            name, _, signature = line[2:].rpartition(" ") if line.startswith("— ") else line.rpartition(" ")
            if name == self.origin and self.signed(text, base64.b64decode(signature, validate=True)[4:]):
                return text
        raise ValueError("not signed by the key of " + self.origin)


class Log:
    """A log with its keys, one after the other, and the log before it, if this one was opened after a FORK."""

    def __init__(self, told):
        self.origin, self.kind = told["origin"], told["signature"]
        self.keys = [(-1, Key(told["publicKey"], self.kind, self.origin))]  # (signs what has more leaves, key)
        self.statements = []
        for statement in told.get("keys") or []:
            self.turn(statement)
        self.before = Log(told["before"]) if told.get("before") else None
        self.head = None
        if self.before:
            lines = self.text(told["opening"]).split("\n")
            self.before.text(told["opening"])
            size, _, root = lines[3].partition(" ")
            if lines[0] != self.origin or lines[2] != self.before.origin:
                raise ValueError("the statement about the log %s is of another one" % self.origin)
            self.head = int(size)
            print("note: this log follows %s, whose head was of %s leaves (root %s), of which %s were found; opened by %s: %s"
                % (lines[2], size, root, lines[1][7:], lines[4].replace(" ", " and "), lines[5]))

    def turn(self, statement):
        before = self.keys[-1][1]
        lines = before.text(statement).split("\n")
        if len(lines) != 6 or lines[0] != self.origin or not lines[1].startswith("key ") or lines[3] != one_line(before.pem):
            raise ValueError("not a statement about the next key of " + self.origin)
        following = Key("-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            % "\n".join(lines[4][i : i + 64] for i in range(0, len(lines[4]), 64)), self.kind, self.origin)
        following.text(statement)
        self.statements.append(statement)
        self.keys.append((int(lines[2]), following))

    def text(self, note):
        """The lines of a note that one of the keys signed; raises ValueError when none did."""
        for _, key in self.keys[:-1]:
            try:
                return key.text(note)
            except ValueError:
                pass
        return self.keys[-1][1].text(note)

    def trusts(self, pem):
        return any(one_line(key.pem) == one_line(pem) for _, key in self.keys)

    def followed(self, note):
        """Whether this is a checkpoint of a log before this one, from before this one was opened."""
        if self.before is None:
            return False
        try:
            return self.before.open(note)[0] <= self.head
        except ValueError:
            return self.before.followed(note)

    def open(self, note):
        """(size, root) of a checkpoint; raises ValueError when it is none of this log."""
        size = note.split("\n")[1:2]
        size = int(size[0]) if size and size[0].isdigit() else -1
        key = [key for start, key in self.keys if start < size or start == -1][-1]
        lines = key.text(note).split("\n")
        if len(lines) != 4 or lines[0] != self.origin or not lines[1].isdigit() or str(int(lines[1])) != lines[1]:
            raise ValueError("not a checkpoint of " + self.origin)
        root = base64.b64decode(lines[2], validate=True)
        if len(root) != 32 or base64.b64encode(root).decode() != lines[2]:
            raise ValueError("not a checkpoint of " + self.origin)
        return int(lines[1]), root

    def archive(self, note):
        """What a note says of an archive file; raises ValueError when it is none of this log."""
        try:
            lines = self.text(note).split("\n")
        except ValueError:
            if self.before is None:
                raise
            return self.before.archive(note)
        if len(lines) != 6 or lines[0] != self.origin or not lines[1].startswith("archive "):
            raise ValueError("not an archive of " + self.origin)
        start, _, end = lines[2].partition(" ")
        previous = None if lines[4] == "-" else base64.b64decode(lines[4], validate=True)
        return Archive(lines[1][8:], int(start), int(end), base64.b64decode(lines[3], validate=True), previous)


class Archive:
    """What the signed note of an archive file says: positions start to before end, and two digests."""

    def __init__(self, month, start, end, digest, previous):
        self.month, self.start, self.end, self.digest, self.previous = month, start, end, digest, previous


def one_line(pem):
    return "".join(line for line in pem.split("\n") if line and not line.startswith("-----"))


def statements_in(path):
    """What a directory of checkpoints holds about changes of the key."""
    names = os.listdir(path) if os.path.isdir(path) else []
    names = [name for name in names if name.startswith("key-") and name.endswith(".txt")]
    names.sort(key=lambda name: (len(name), name))
    return [open(os.path.join(path, name), encoding="utf-8").read() for name in names]


def notes_in(path):
    """All whole notes of a file of checkpoints, or of all of them in a directory."""
    if os.path.isdir(path):
        names = sorted(name for name in os.listdir(path) if name.startswith("checkpoints-") or name == "head")
        return [note for name in names for note in notes_in(os.path.join(path, name))]
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    return ["\n".join(lines[i - 4 : i + 1]) + "\n" for i in range(4, len(lines)) if lines[i].startswith("— ")]


def opened(notes, key):
    """{size: root} of all checkpoints; two of one size must agree."""
    known, before = {}, 0
    for note in dict.fromkeys(notes):
        if key.followed(note):
            continue
        try:
            size, root = key.open(note)
        except ValueError as problem:
            raise Bad(before, "the checkpoint after %d leaves is %s" % (before, problem))
        if known.setdefault(size, root) != root:
            raise Bad(max(0, size - 1), "two checkpoints of %d leaves have different roots" % size)
        before = size
    return known


# --- What is checked ------------------------------------------------------------------------------------------------


def check_trail(lines, tree, checkpoints, histories, archived=0, seen=0):
    """Checks the lines of a whole trail, or of one that goes on with the tree; returns how many leaves it has then.

    Events before the position `archived` may be gone; the histories have those before `seen` already.
    """
    expected, before, end, unsigned = sorted(s for s in checkpoints if s >= tree.size), tree.size, None, []
    at = 0

    def compare():
        nonlocal at, before
        while at < len(expected) and expected[at] == tree.size:
            if tree.root() != checkpoints[tree.size]:
                raise Bad(before, "from here to before %d it is not as it was signed" % tree.size)
            before = tree.size
            for position, event in unsigned:  # now it is known that this is what was signed
                if position >= seen:
                    histories.take(position, event)
            unsigned.clear()
            at += 1

    compare()
    for line in lines:
        if "end" in line:
            end = line["end"]
            continue
        position, event = tree.size, line.get("event")
        if line.get("position") != position:
            raise Bad(position, "there is no leaf at this position")
        leaf = base64.b64decode(line["hash"])
        if event is None and position >= archived:
            raise Bad(position, "the event of this leaf is gone")
        if event is not None:
            if leaf != tree.leaf(canonical(event)):
                raise Bad(position, "event %s is not the one that was hashed" % event["id"])
            unsigned.append((position, event))
        tree.append(leaf)
        compare()
    if at < len(expected):
        raise Bad(before, "the trail ends at %d, but %d leaves were signed" % (tree.size, expected[-1]))
    for position, event in unsigned:
        if position >= seen:
            histories.take(position, event)
    if end is None or end["size"] > tree.size:
        raise Bad(tree.size, "the file was cut off here")
    if end.get("withoutPosition") is not None:
        raise Bad(tree.size, "event %s has no position, and should have had one" % end["withoutPosition"])
    return tree.size


def check_archive(path, archive, before, key, digest, histories):
    """Checks an archive file against its note and the archive before it."""
    if archive.start != (before.end if before else 0) or archive.previous != (before.digest if before else None):
        raise Bad(archive.start, "the archive of %s does not follow the one before" % archive.month)
    with open(path, "rb") as file:
        if digest(file.read()) != archive.digest:
            raise Bad(archive.start, "the archive file of %s is not the one that was signed" % archive.month)
    check_archive_content(lines_of_file(path), archive, key, digest, histories)


def check_archive_content(lines, archive, key, digest, histories):
    head = next(lines)
    while key.before and key.origin != head["log"]["origin"]:
        key = key.before
    tree = Tree(digest, [(part["height"], base64.b64decode(part["hash"])) for part in head["parts"]])
    if tree.size != head["from"] or (archive and archive.start != tree.size):
        raise Bad(head["from"], "the archive file begins elsewhere")
    notes, held = [], None
    for line in lines:
        if "checkpoint" not in line:
            held = line
            break
        notes.append(line["checkpoint"])
    checkpoints = opened(notes, key)

    def rest():
        if held is not None:
            yield held
        yield from lines

    end = check_trail(rest(), tree, checkpoints, histories)
    if (archive and archive.end != end) or (end > 0 and end not in checkpoints):
        raise Bad(end, "the archive file does not end at its checkpoint")
    return end


def check_archives(folder, archives, key, digest):
    """Checks the archive files that are there; returns the histories of all that they tell, and up to where."""
    before, whole, histories = None, True, Histories()
    for archive in archives:
        path = os.path.join(folder, "events-%s.ndjson.gz" % archive.month) if folder else None
        if path and os.path.exists(path):
            if not whole:
                histories = Histories(complete=False)
            check_archive(path, archive, before, key, digest, histories)
        else:
            whole = False
            if folder:
                print("note: the archive file of %s is not there" % archive.month)
        before = archive
    return (histories if whole else Histories(complete=False)), (before.end if before else 0)


def check_evidence(bundle, tree, checkpoints):
    """Checks the evidence of one message; returns how many events it proves."""
    histories, last = Histories(), -1
    size, root = max(checkpoints.items())
    for entry in bundle["events"]:
        event, position = entry["event"], entry.get("position")
        if event.get("messageId") != bundle["messageId"]:
            raise Bad(position, "event %s is of another message" % event["id"])
        if position is None or position >= size:
            raise Bad(last + 1, "event %s is not covered by the checkpoint" % event["id"])
        if position <= last:
            raise Bad(position, "the events are not in their order")
        path = [base64.b64decode(part) for part in entry["proof"]]
        if tree.root_from_inclusion(tree.leaf(canonical(event)), position, size, path) != root:
            raise Bad(position, "event %s is not the one that was signed at this position" % event["id"])
        histories.take(position, event)
        last = position
    return len(bundle["events"])


# --- Where it comes from --------------------------------------------------------------------------------------------

LOG = """with recursive logs as (
        select number, json_build_object('origin', origin, 'algorithm', algorithm, 'signature', signature, 'publicKey',
            public_key, 'keys', (select json_agg(k.statement order by k.number) from gateway.audit_key k where k.log = 1)) as told
        from gateway.audit_log where number = 1
        union all
        select l.number, json_build_object('origin', origin, 'algorithm', algorithm, 'signature', signature, 'publicKey',
            public_key, 'keys', (select json_agg(k.statement order by k.number) from gateway.audit_key k where k.log = l.number),
            'opening', l.statement, 'before', b.told)
        from gateway.audit_log l join logs b on l.number = b.number + 1)
    select json_build_object('form', 'enforcement-gateway-trail-1', 'log', told) from logs order by number desc limit 1"""
ARCHIVES = "select json_build_object('archive', note) from gateway.audit_archive order by month"
NOTES = "select json_build_object('checkpoint', note) from gateway.audit_published order by size"
LEAVES = """select json_build_object('position', l.position, 'hash', replace(encode(l.hash, 'base64'), E'\\n', ''), 'event',
    case when e.id is not null then json_build_object('id', e.id, 'at',
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'milestone', e.milestone, 'messageId', e.message_id,
        'part', e.part, 'deliveryId', e.delivery_id, 'partner', e.partner, 'actor', e.actor, 'detail', e.detail) end)
    from gateway.audit_leaf l left join gateway.event e on e.id = l.event_id order by l.position"""
END = """select json_build_object('end', json_build_object('size', (select count(*) from gateway.audit_leaf), 'withoutPosition',
    (select min(id) from gateway.event e where id <= (select max(settled_to) from gateway.audit_batch)
        and not exists (select 1 from gateway.audit_leaf l where l.event_id = e.id))))"""


def lines_of_database(connection):
    statements = "begin transaction isolation level repeatable read read only;\n"
    statements += "".join("copy (%s) to stdout;\n" % " ".join(s.split("\n")) for s in (LOG, NOTES, ARCHIVES, LEAVES, END))
    psql = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", connection, "-f", "-"]
    process = subprocess.Popen(psql, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(statements.encode())
    process.stdin.close()
    escapes = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}
    for raw in process.stdout:
        text, parts = raw.decode("utf-8").rstrip("\n"), []
        if "\\" in text:  # the escapes of COPY
            i = 0
            while i < len(text):
                if text[i] == "\\":
                    i += 1
                    parts.append(escapes.get(text[i], text[i]))
                else:
                    parts.append(text[i])
                i += 1
            text = "".join(parts)
        yield json.loads(text)
    if process.wait() != 0:
        raise OSError("psql cannot read the trail")


def lines_of_file(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as file:
        for line in file:
            try:
                yield json.loads(line)
            except ValueError:
                return  # cut off in the middle of a line


def check(arguments):
    lines = lines_of_database(arguments.database) if arguments.database else lines_of_file(arguments.file)
    first = next(lines, None)
    if not isinstance(first, dict) or "log" not in first:
        raise OSError("this is neither evidence nor a trail")
    log = first["log"]
    try:
        key = Log(log)
    except ValueError as problem:
        raise Bad(0, "what is said of the log and its keys is %s" % problem)
    if arguments.key:
        with open(arguments.key, encoding="ascii") as file:
            if not key.trusts(file.read()):
                raise Bad(0, "the key in %s is none of the keys of the log %s" % (arguments.key, log["origin"]))
    else:
        print("note: the key is the one in the file; --key names one that you trust")
    for path in arguments.checkpoints:
        for statement in statements_in(path):  # what was said after the file was written follows on
            if statement.split("\n")[0] == key.origin and statement not in key.statements:
                try:
                    key.turn(statement)
                except ValueError:
                    raise Bad(0, "another change of the key was published than the file tells of")
    tree = Tree(hash_named(log["algorithm"]))
    notes = [note for path in arguments.checkpoints for note in notes_in(path)]
    if first["form"] == "enforcement-gateway-evidence-1":
        checkpoints = opened([first["checkpoint"]], key)
        proven = check_evidence(first, tree, checkpoints)
        for size, root in opened(notes, key).items():
            if checkpoints.get(size, root) != root:
                raise Bad(size - 1, "another checkpoint of %d leaves is known" % size)
        return "good: %d events of message %s in the log %s" % (proven, first["messageId"], log["origin"])

    def with_first():
        yield first
        yield from lines

    if first["form"] == "enforcement-gateway-archive-1":
        end = check_archive_content(with_first(), None, key, tree.digest, Histories(complete=first["from"] == 0))
        return "good: %d events of %s in the log %s, from position %d" % (
            end - first["from"], first["month"], log["origin"], first["from"])
    held, archives = None, []
    for line in lines:
        if "checkpoint" in line:
            notes.append(line["checkpoint"])
        elif "archive" in line:
            archives.append(line["archive"])
        else:
            held = line
            break
    checkpoints = opened(notes, key)
    archives = [key.archive(note) for note in archives]
    histories, archived = check_archives(arguments.archives, archives, key, tree.digest)

    def rest():
        if held is not None:
            yield held
        yield from lines

    leaves = check_trail(rest(), tree, checkpoints, histories, archived, archived if histories.complete else 0)
    signed = max(checkpoints, default=0)
    told = ", %d of them archived" % archived if archived else ""
    return "good: %d events in the log %s, %d of them signed%s" % (leaves, log["origin"], signed, told)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--database", metavar="CONNECTION")
    parser.add_argument("--key", metavar="PEM")
    parser.add_argument("--checkpoints", metavar="FILE|DIR", nargs="+", default=[])
    parser.add_argument("--archives", metavar="DIR")
    arguments = parser.parse_args()
    if (arguments.file is None) == (arguments.database is None):
        parser.error("FILE or --database")
    try:
        print(check(arguments))
        return 0
    except Bad as bad:
        print("BAD at position %s: %s" % (bad.position, bad))
        return 1
    except (OSError, KeyError, ValueError, TypeError) as problem:
        print("cannot check: %s: %s" % (type(problem).__name__, problem), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
