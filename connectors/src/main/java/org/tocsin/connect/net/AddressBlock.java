package org.tocsin.connect.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses in CIDR notation, IPv4 or IPv6.
 *
 * @param first the address before the slash
 * @param bits how many leading bits must agree
 */
record AddressBlock(InetAddress first, int bits) {

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}; an address alone is a block of one. Asks no name server.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        InetAddress first = literal(address, cidr);
        int width = first.getAddress().length * Byte.SIZE;
        int bits = width;
        if (slash >= 0) {
            try {
                bits = Integer.parseInt(cidr.substring(slash + 1));
            } catch (NumberFormatException e) {
                throw malformed(cidr);
            }
        }
        if (bits < 0 || bits > width) {
            throw malformed(cidr);
        }
        return new AddressBlock(first, bits);
    }

    boolean contains(InetAddress address) {
        byte[] block = first.getAddress();
        byte[] other = address.getAddress();
        if (block.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (block[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest);
        return rest == 0 || (block[whole] & mask) == (other[whole] & mask);
    }

    private static InetAddress literal(String address, String cidr) {
        boolean literal = address.indexOf(':') >= 0
                ? address.matches("[0-9a-fA-F:.]+")
                : address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!literal) {
            throw malformed(cidr);
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw malformed(cidr);
        }
    }

    private static IllegalArgumentException malformed(String cidr) {
        return new IllegalArgumentException(
                "'" + cidr + "' is no address block; accepted are blocks like 10.0.0.0/8 or fd00::/8, or one address");
    }
}
