package org.tocsin.connect.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpUrl;

/** Links to articles. */
final class Links {
    private static final List<String> TRACKING = tracking();

    private Links() {}

    /** The link without tracking parameters; empty when it is no http or https address. */
    static Optional<URI> of(URI base, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(untracked(HttpUrl.resolve(base, written)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host without {@code www.}. */
    static String publisher(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Whether both are one page, whatever their query and fragment say. */
    static boolean samePage(URI one, URI other) {
        return publisher(one).equals(publisher(other)) && Objects.equals(one.getRawPath(), other.getRawPath());
    }

    private static URI untracked(URI url) {
        String text = url.toString();
        int query = text.indexOf('?');
        if (url.getRawQuery() == null || query < 0) {
            return url;
        }
        String kept = Arrays.stream(url.getRawQuery().split("&", -1))
                .filter(parameter -> TRACKING.stream().noneMatch(name -> matches(parameter, name)))
                .collect(Collectors.joining("&"));
        String fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return URI.create(text.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + fragment);
    }

    private static boolean matches(String parameter, String name) {
        return name.endsWith("*")
                ? parameter.startsWith(name.substring(0, name.length() - 1))
                : parameter.equals(name) || parameter.startsWith(name + "=");
    }

    private static List<String> tracking() {
        String name = "tracking-parameters.txt";
        try (InputStream in = Objects.requireNonNull(Links.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
