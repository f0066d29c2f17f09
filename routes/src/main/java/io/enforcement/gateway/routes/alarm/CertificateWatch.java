package io.enforcement.gateway.routes.alarm;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * How long the certificates last that the site has named; the first one of a file to end counts.
 * Files are read whenever somebody reads the figure, so that a new one is seen at once; what cannot
 * be read lasts no time. Thread-safe.
 */
final class CertificateWatch {

  private final Clock machine;

  CertificateWatch(Collection<Path> files, Clock machine, MeterRegistry meters) {
    this.machine = machine;
    for (Path file : files) {
      Gauge.builder("gateway.certificate.left.seconds", this, watch -> watch.left(file))
          .tag("certificate", file.getFileName().toString())
          .register(meters);
    }
  }

  private double left(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Instant now = machine.instant();
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      return chain.stream()
          .map(X509Certificate.class::cast)
          .mapToDouble(one -> Duration.between(now, one.getNotAfter().toInstant()).toSeconds())
          .min()
          .orElse(0);
    } catch (IOException | CertificateException e) {
      return 0;
    }
  }
}
