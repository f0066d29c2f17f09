package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;

/**
 * Who may do what on the embedded broker. Inside the process: the one account of the gateway. From
 * outside: whoever proves a certificate that the site has given to a partner, and of that partner
 * only what was granted, queue by queue; everything else is forbidden. Thread-safe.
 */
final class BrokerGuard implements ActiveMQSecurityManager5 {

  static final String ROLE = "gateway";

  /** No partner's id can be taken for the gateway's account. */
  private static final String PARTNER = "partner:";

  private final Set<Grant> grants = ConcurrentHashMap.newKeySet();
  private final String user;
  private final Secret password;
  private final PartnerCertificates certificates;

  private record Grant(String principal, CheckType use, String queue) {}

  BrokerGuard(String user, Secret password, PartnerCertificates certificates) {
    this.user = user;
    this.password = password;
    this.certificates = certificates;
  }

  /** Lets a partner send to, or consume from, one queue. */
  void grant(String partner, CheckType use, String queue) {
    grants.add(new Grant(PARTNER + partner, use, queue));
  }

  @Override
  public Subject authenticate(
      String name, String word, RemotingConnection connection, String domain) {
    if (connection.getTransportConnection() instanceof InVMConnection) {
      return user.equals(name) && matches(word) ? subject(user) : null;
    }
    X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
    Optional<String> partner =
        shown == null || shown.length == 0 ? Optional.empty() : certificates.partner(shown[0]);
    return partner.map(id -> subject(PARTNER + id)).orElse(null);
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType use, String address) {
    return subject.getPrincipals(UserPrincipal.class).stream()
        .anyMatch(
            principal ->
                principal.getName().equals(user)
                    ? roles.stream().anyMatch(r -> r.getName().equals(ROLE) && use.hasRole(r))
                    : grants.contains(new Grant(principal.getName(), use, queue(address))));
  }

  /** A queue that has its address to itself is asked for as {@code name::name}. */
  private static String queue(String address) {
    int end = address.indexOf("::");
    boolean alone = end > 0 && address.endsWith("::" + address.substring(0, end));
    return alone ? address.substring(0, end) : address;
  }

  /** Names and words alone open nothing. */
  @Override
  public boolean validateUser(String name, String word) {
    return false;
  }

  @Override
  public boolean validateUserAndRole(String name, String word, Set<Role> roles, CheckType use) {
    return false;
  }

  private boolean matches(String word) {
    return word != null
        && MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8), password.bytes());
  }

  private static Subject subject(String name) {
    return new Subject(true, Set.of(new UserPrincipal(name)), Set.of(), Set.of());
  }
}
