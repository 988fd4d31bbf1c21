package org.tocsin.connect.net;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** The settings of every call onto the network, the same in each connector. */
public final class NetSettings {
    public static final String ALLOWED_ADDRESSES = "http.allowed.addresses";
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    public static final String TIMEOUT = "http.timeout.ms";
    public static final String MAX_BYTES = "http.max.bytes";
    public static final String MAX_REDIRECTS = "http.max.redirects";

    private static final int MIN_BYTES = 1024;
    private static final int MAX_MAX_BYTES = 64 * 1024 * 1024;

    private NetSettings() {}

    /** Adds the settings. */
    public static ConfigDef define(ConfigDef to) {
        return to.define(
                        ALLOWED_ADDRESSES,
                        ConfigDef.Type.LIST,
                        List.of(),
                        new AddressBlocks(),
                        Importance.MEDIUM,
                        "Address blocks that may be called although they are not the public internet, for example "
                                + "127.0.0.0/8 or 10.1.0.0/16. All private, loopback, link-local and otherwise "
                                + "special addresses are refused unless they stand here.")
                .define(
                        TIMEOUT,
                        ConfigDef.Type.LONG,
                        30_000L,
                        Range.between(100, 600_000),
                        Importance.LOW,
                        "Time of a whole call, redirects and the last byte included, in milliseconds.")
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.LONG,
                        10_000L,
                        Range.between(10, 600_000),
                        Importance.LOW,
                        "Time to connect to one address, in milliseconds.")
                .define(
                        MAX_BYTES,
                        ConfigDef.Type.INT,
                        5 * 1024 * 1024,
                        Range.between(MIN_BYTES, MAX_MAX_BYTES),
                        Importance.LOW,
                        "Longest body that is read, in bytes, both as sent and decompressed.")
                .define(
                        MAX_REDIRECTS,
                        ConfigDef.Type.INT,
                        5,
                        Range.between(0, 20),
                        Importance.LOW,
                        "Redirects that are followed in one call.");
    }

    /** The limits that these settings state, for so many calls at once. */
    public static HttpLimits limits(AbstractConfig config, int connections) {
        return new HttpLimits(
                Duration.ofMillis(config.getLong(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getLong(TIMEOUT)),
                config.getInt(MAX_BYTES),
                config.getInt(MAX_REDIRECTS),
                connections);
    }

    /** The guard that these settings state. */
    public static AddressGuard guard(AbstractConfig config) {
        return AddressGuard.allowing(config.getList(ALLOWED_ADDRESSES));
    }

    /** Accepts a list of CIDR blocks. */
    private static final class AddressBlocks implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, Object value) {
            for (Object block : (List<?>) value) {
                try {
                    AddressGuard.allowing(List.of((String) block));
                } catch (IllegalArgumentException e) {
                    throw new ConfigException(name, block, e.getMessage());
                }
            }
        }

        @Override
        public String toString() {
            return "CIDR blocks";
        }
    }
}
