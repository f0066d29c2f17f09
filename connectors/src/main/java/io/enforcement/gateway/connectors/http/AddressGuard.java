package io.enforcement.gateway.connectors.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Refuses addresses that no partner can have, whatever a name resolves to today: link-local (where
 * clouds keep their metadata services), unspecified, multicast, and loopback unless allowed. Keeps
 * a hostile or mistaken DNS entry from turning the gateway against its own network.
 *
 * <p>The client asks here for the addresses of a name and connects to nothing else: what was
 * checked is what is connected to. Thread-safe.
 */
final class AddressGuard extends SystemDefaultDnsResolver {

  /** Metadata services outside the link-local ranges: Alibaba Cloud, AWS over IPv6. */
  private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

  /** RFC 6052: an IPv4 address inside an IPv6 one, which a NAT64 gateway unwraps again. */
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private final boolean loopbackAllowed;

  AddressGuard(boolean loopbackAllowed) {
    this.loopbackAllowed = loopbackAllowed;
  }

  /**
   * @throws UnknownHostException when the name has no address
   * @throws Forbidden when any of its addresses is not for partners
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = super.resolve(host);
    for (InetAddress address : addresses) {
      if (forbidden(address)) {
        throw new Forbidden();
      }
    }
    return addresses;
  }

  boolean forbidden(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || (address.isLoopbackAddress() && !loopbackAllowed)
        || METADATA.contains(address.getHostAddress())
        || isThisNetwork(address)
        || (address instanceof Inet6Address && forbiddenInside(address.getAddress()));
  }

  /** 0.0.0.0/8 means "this host" on more systems than the single address 0.0.0.0. */
  private static boolean isThisNetwork(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 && bytes[0] == 0;
  }

  private boolean forbiddenInside(byte[] ipv6) {
    if (!Arrays.equals(ipv6, 0, NAT64.length, NAT64, 0, NAT64.length)) {
      return false;
    }
    try {
      return forbidden(InetAddress.getByAddress(Arrays.copyOfRange(ipv6, NAT64.length, 16)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an IPv4 address", e);
    }
  }

  /** The name leads to an address that no partner can have. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Forbidden() {
      super("address not allowed");
    }
  }
}
