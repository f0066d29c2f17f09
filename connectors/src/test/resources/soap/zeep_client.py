"""Calls a service by its WSDL alone and prints what it understood as JSON.

Arguments: address of the WSDL, service, user, password.
"""

import json
import sys

from zeep import Client
from zeep.exceptions import Fault
from zeep.wsse.username import UsernameToken

wsdl, service, user, password = sys.argv[1:]
client = Client(wsdl, wsse=UsernameToken(user, password, use_digest=True))
stranger = Client(wsdl, wsse=UsernameToken(user, "another", use_digest=True))


def call(caller, port, operation, key, **parts):
    try:
        method = getattr(caller.bind(service, port), operation)
        result = method(**parts, _soapheaders={"MessageId": key})
        return {name: result[name] for name in ("code", "message", "messageId", "digest")}
    except Fault as fault:
        detail = fault.detail
        texts = [] if detail is None else [node.text for node in detail.iter() if not len(node)]
        return {"fault": str(fault.code), "reason": fault.message, "detail": texts}


told = {}
for version, port in (("1.1", service + "SOAP11"), ("1.2", service + "SOAP12")):
    told[version] = {
        "taken": call(client, port, "移送公安", "k-1", 案号="安综移字〔2026〕第1号", suspect=[{"name": "梁某"}]),
        "other": call(client, port, "refuseFiling", "k-2", caseNumber="7"),
        "wrong": call(client, port, "移送公安", "k-3", 案号=""),
        "stranger": call(stranger, port, "refuseFiling", "k-4", caseNumber="7"),
    }
print(json.dumps(told))
