package io.enforcement.gateway.connectors.soap;

import java.util.Arrays;
import java.util.Optional;

/** Whose fault a SOAP fault is; the codes both versions know. */
public enum FaultCode {
  /** The message is wrong: sending it again gets the same fault. */
  SENDER("Client", "Sender"),
  /** The receiving side failed; the message may have had its effect. */
  RECEIVER("Server", "Receiver"),
  /** The envelope is of a version that is not spoken here. */
  VERSION_MISMATCH("VersionMismatch", "VersionMismatch"),
  /** A header block that must be understood is not. */
  MUST_UNDERSTAND("MustUnderstand", "MustUnderstand");

  private final String name11;
  private final String name12;

  FaultCode(String name11, String name12) {
    this.name11 = name11;
    this.name12 = name12;
  }

  /** The local name of the code in this version. */
  public String name(SoapVersion version) {
    return version == SoapVersion.V1_1 ? name11 : name12;
  }

  /** SOAP 1.1 lets a code be refined by dots ({@code Client.Authentication}). */
  static Optional<FaultCode> of(SoapVersion version, String localName) {
    int dot = localName.indexOf('.');
    String general = dot < 0 ? localName : localName.substring(0, dot);
    return Arrays.stream(values()).filter(c -> c.name(version).equals(general)).findFirst();
  }
}
