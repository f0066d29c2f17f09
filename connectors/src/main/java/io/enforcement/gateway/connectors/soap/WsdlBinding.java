package io.enforcement.gateway.connectors.soap;

/** How a {@link Wsdl} binds its operations to one version of SOAP over HTTP. */
enum WsdlBinding {
  SOAP11("soap11", "http://schemas.xmlsoap.org/wsdl/soap/"),
  SOAP12("soap12", "http://schemas.xmlsoap.org/wsdl/soap12/");

  private static final String HTTP = "http://schemas.xmlsoap.org/soap/http";

  private final String prefix;
  private final String namespace;

  WsdlBinding(String prefix, String namespace) {
    this.prefix = prefix;
    this.namespace = namespace;
  }

  void write(XmlDraft draft, Wsdl wsdl) {
    Wsdl.start(draft, "binding")
        .bind(prefix, namespace)
        .attribute("name", port(wsdl))
        .attribute("type", Wsdl.TNS + ":" + wsdl.service());
    soap(draft, "binding").attribute("style", "document").attribute("transport", HTTP).end();
    wsdl.operations().forEach(operation -> operation(draft, operation.name()));
    draft.end();
  }

  private void operation(XmlDraft draft, String name) {
    Wsdl.start(draft, "operation").attribute("name", name);
    soap(draft, "operation").attribute("soapAction", "").end();
    Wsdl.start(draft, "input");
    soap(draft, "header")
        .attribute("message", Wsdl.own(WsdlTypes.MESSAGE_ID))
        .attribute("part", WsdlTypes.MESSAGE_ID)
        .attribute("use", "literal")
        .end();
    soap(draft, "body").attribute("parts", "payload").attribute("use", "literal").end().end();
    Wsdl.start(draft, "output");
    soap(draft, "body").attribute("use", "literal").end().end();
    Wsdl.start(draft, "fault").attribute("name", WsdlTypes.FINDINGS);
    soap(draft, "fault").attribute("name", WsdlTypes.FINDINGS).attribute("use", "literal").end();
    draft.end().end();
  }

  void writePort(XmlDraft draft, Wsdl wsdl) {
    Wsdl.start(draft, "port")
        .bind(prefix, namespace)
        .attribute("name", port(wsdl))
        .attribute("binding", Wsdl.TNS + ":" + port(wsdl));
    soap(draft, "address").attribute("location", wsdl.address()).end().end();
  }

  private String port(Wsdl wsdl) {
    return wsdl.service() + name();
  }

  private XmlDraft soap(XmlDraft draft, String name) {
    return draft.start(prefix, namespace, name);
  }
}
