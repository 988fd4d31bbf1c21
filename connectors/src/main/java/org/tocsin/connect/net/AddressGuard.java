package org.tocsin.connect.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which addresses may be called. A feed, a link or a redirect is written by strangers; without this they could make the
 * worker call what only the worker can reach: its own machine, its network, a cloud's metadata service.
 *
 * <p>Refused is every block of IANA's special-purpose registries, also when an IPv6 address carries such an IPv4
 * address inside (mapped, compatible, 6to4, NAT64). Thread-safe.
 */
public final class AddressGuard {
    private static final Map<AddressBlock, String> SPECIAL = special();
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");
    private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");
    private static final AddressBlock COMPATIBLE = AddressBlock.of("::/96");

    private final List<AddressBlock> allowed;

    private AddressGuard(List<AddressBlock> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** A guard that lets nothing through but the public internet. */
    public static AddressGuard strict() {
        return new AddressGuard(List.of());
    }

    /**
     * A guard that lets these blocks through as well.
     *
     * @param blocks such as {@code 127.0.0.0/8} or {@code fd00::/8}
     * @throws IllegalArgumentException when one is malformed
     */
    public static AddressGuard allowing(List<String> blocks) {
        return new AddressGuard(blocks.stream().map(AddressBlock::of).toList());
    }

    /** Why this address must not be called; empty when it may be. */
    public Optional<String> refusal(InetAddress address) {
        if (allowed.stream().anyMatch(block -> block.contains(address))) {
            return Optional.empty();
        }
        Optional<String> own = specialName(address);
        return own.isPresent()
                ? own
                : embedded(address)
                        .filter(inner -> allowed.stream().noneMatch(block -> block.contains(inner)))
                        .flatMap(AddressGuard::specialName);
    }

    private static Optional<String> specialName(InetAddress address) {
        return SPECIAL.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The IPv4 address that an IPv6 address leads to. Java itself reads the mapped form as IPv4. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(ipv4(bytes, 2));
        }
        return NAT64.contains(address) || COMPATIBLE.contains(address)
                ? Optional.of(ipv4(bytes, bytes.length - 4))
                : Optional.empty();
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static Map<AddressBlock, String> special() {
        String name = "special-addresses.tsv";
        try (InputStream in = Objects.requireNonNull(AddressGuard.class.getResourceAsStream(name), name)) {
            Map<AddressBlock, String> blocks = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(fields -> blocks.put(AddressBlock.of(fields[0]), fields[1]));
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
