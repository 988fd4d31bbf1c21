package org.tocsin.connect.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once and hands on only what the guard lets through. The client connects to the very addresses that
 * were checked, so that a second, different answer of the name server changes nothing.
 */
final class GuardedDns implements DnsResolver {
    private final AddressGuard guard;
    private final DnsResolver names;

    GuardedDns(AddressGuard guard, DnsResolver names) {
        this.guard = guard;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        List<InetAddress> open = Arrays.stream(all)
                .filter(address -> guard.refusal(address).isEmpty())
                .toList();
        if (open.isEmpty()) {
            String why = Arrays.stream(all)
                    .map(guard::refusal)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse("without an address");
            throw new RefusedAddress(host, why);
        }
        return open.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name has an answer, but none that may be called. */
    static final class RefusedAddress extends UnknownHostException {
        RefusedAddress(String host, String why) {
            super("the address of " + host + " is " + why + "; allow its block by " + NetSettings.ALLOWED_ADDRESSES
                    + " if it is meant");
        }
    }
}
