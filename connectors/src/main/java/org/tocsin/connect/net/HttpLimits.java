package org.tocsin.connect.net;

import java.time.Duration;

/**
 * The bounds of one call.
 *
 * @param connect time to connect, per address
 * @param total time of the whole call: connecting, redirects and the last byte
 * @param maxBytes of the body, both as sent and decompressed
 * @param maxRedirects followed
 * @param connections open at once, in total and idle ones included
 */
public record HttpLimits(Duration connect, Duration total, int maxBytes, int maxRedirects, int connections) {}
