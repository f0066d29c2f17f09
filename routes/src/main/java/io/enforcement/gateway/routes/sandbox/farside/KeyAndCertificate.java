package io.enforcement.gateway.routes.sandbox.farside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A key with a certificate that it has signed itself, for 127.0.0.1: made when the demonstration
 * starts, and good for nothing else. Immutable.
 */
public record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

  private static final Duration LIFETIME = Duration.ofDays(365);

  /** Makes a new one in this name. */
  public static KeyAndCertificate of(String name) {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(256);
      KeyPair pair = keys.generateKeyPair();
      return new KeyAndCertificate(pair.getPrivate(), signed(name, pair));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has elliptic curves", e);
    }
  }

  private static X509Certificate signed(String name, KeyPair pair)
      throws GeneralSecurityException, IOException {
    AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    TBSCertificate content = content(new X500Name("CN=" + name), pair, algorithm);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(content.getEncoded("DER"));
    ASN1Encodable[] parts = {content, algorithm, new DERBitString(signature.sign())};
    byte[] encoded = new DERSequence(parts).getEncoded("DER");
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static TBSCertificate content(X500Name name, KeyPair pair, AlgorithmIdentifier algorithm)
      throws IOException {
    Instant now = Instant.now();
    V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
    content.setSerialNumber(new ASN1Integer(new BigInteger(63, new SecureRandom())));
    content.setSignature(algorithm);
    content.setIssuer(name);
    content.setSubject(name);
    content.setStartDate(new Time(Date.from(now.minus(Duration.ofHours(1)))));
    content.setEndDate(new Time(Date.from(now.plus(LIFETIME))));
    content.setSubjectPublicKeyInfo(
        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    GeneralNames loopback = new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    content.setExtensions(
        new Extensions(
            new Extension(Extension.subjectAlternativeName, false, loopback.getEncoded("DER"))));
    return content.generateTBSCertificate();
  }

  /** {@code SHA256:} and the certificate's digest in hexadecimal digits. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return "SHA256:" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was made has an encoding", e);
    }
  }
}
