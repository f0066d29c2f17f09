package io.enforcement.gateway.connectors.soap;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;

/** The WS-Security header as far as a {@link UsernameToken} needs it. */
final class SecurityHeader {

  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
  private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  private static final String PASSWORD_DIGEST = OASIS + "username-token-profile-1.0#PasswordDigest";
  private static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";

  static final QName NAME = new QName(WSSE, "Security");

  private static final QName TOKEN = new QName(WSSE, "UsernameToken");
  private static final QName TIMESTAMP = new QName(WSU, "Timestamp");
  private static final QName USERNAME = new QName(WSSE, "Username");
  private static final QName PASSWORD = new QName(WSSE, "Password");
  private static final QName NONCE = new QName(WSSE, "Nonce");
  private static final QName CREATED = new QName(WSU, "Created");
  private static final Set<QName> PARTS = Set.of(USERNAME, PASSWORD, NONCE, CREATED);
  private static final int LONGEST = 200;

  private SecurityHeader() {}

  static void write(XmlDraft draft, SoapVersion version, UsernameToken token) {
    draft
        .startBound("wsse", WSSE, "Security")
        .bind("wsu", WSU)
        .attribute(Envelope.PREFIX, version.namespace(), "mustUnderstand", "1")
        .start("wsse", WSSE, "UsernameToken")
        .element("wsse", WSSE, "Username", token.username())
        .start("wsse", WSSE, "Password")
        .attribute("Type", PASSWORD_DIGEST)
        .text(token.digest())
        .end()
        .start("wsse", WSSE, "Nonce")
        .attribute("EncodingType", BASE64)
        .text(token.nonce())
        .end()
        .element("wsu", WSU, "Created", token.created())
        .end()
        .end();
  }

  /**
   * Reads the block that starts here. A Timestamp may stand beside the token: the token's own
   * moment, which its digest covers, is the one that counts. Signatures and other tokens are
   * refused rather than ignored.
   */
  static UsernameToken read(GuardedXmlReader in) {
    UsernameToken token = null;
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (in.getName().equals(TIMESTAMP)) {
        in.skip();
      } else if (in.getName().equals(TOKEN) && token == null) {
        token = token(in);
      } else {
        throw refused("more than a UsernameToken");
      }
    }
    if (token == null) {
      throw refused("no UsernameToken");
    }
    return token;
  }

  private static UsernameToken token(GuardedXmlReader in) {
    Map<QName, String> parts = new HashMap<>();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      QName name = in.getName();
      if (name.equals(PASSWORD) && !PASSWORD_DIGEST.equals(in.getAttributeValue(null, "Type"))) {
        throw refused("the password is not a PasswordDigest");
      }
      String text = in.getElementText().strip();
      if (text.isEmpty() || text.length() > LONGEST || parts.put(name, text) != null) {
        throw refused("a part of the UsernameToken is empty, too long or there twice");
      }
    }
    if (!parts.keySet().equals(PARTS)) {
      throw refused("not exactly Username, Password, Nonce and Created");
    }
    return new UsernameToken(
        parts.get(USERNAME), canonical(parts.get(NONCE)), parts.get(CREATED), parts.get(PASSWORD));
  }

  private static String canonical(String nonce) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(nonce));
    } catch (IllegalArgumentException e) {
      throw refused("the nonce is not Base64");
    }
  }

  private static SoapRefused refused(String what) {
    return SoapRefused.sender("soap.security", what);
  }
}
