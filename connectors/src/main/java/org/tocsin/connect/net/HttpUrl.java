package org.tocsin.connect.net;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Web addresses as people and feeds write them, with blanks and letters that a URI must not have. */
public final class HttpUrl {
    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private HttpUrl() {}

    /**
     * The address as a URI with scheme http or https and a host in ASCII. Characters that a URI must not have are
     * percent-encoded.
     *
     * @throws IllegalArgumentException with what was wrong and what is accepted
     */
    public static URI parse(String text) {
        try {
            return checked(new URI(encoded(withAsciiHost(text.strip()))), text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no web address: " + e.getReason());
        }
    }

    /**
     * What a link means on this page.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static URI resolve(URI base, String link) {
        try {
            URI resolved = base.resolve(new URI(encoded(withAsciiHost(link.strip()))));
            return checked(resolved, link);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + link + "' is no web address: " + e.getReason());
        }
    }

    /** Scheme, host and port: where robots.txt and politeness apply. */
    public static String origin(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT) + "://"
                + url.getRawAuthority().toLowerCase(Locale.ROOT);
    }

    private static URI checked(URI url, String text) {
        @Nullable String scheme = url.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw new IllegalArgumentException("'" + text + "' is refused: only http and https are accepted");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' names no host");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a web address with a user name or password is refused");
        }
        return url;
    }

    private static String withAsciiHost(String text) {
        int begin = text.indexOf("://");
        if (begin < 0 || text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        int host = begin + 3;
        int end = host;
        while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, host) + IDN.toASCII(text.substring(host, end)) + text.substring(end);
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean fragment = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean legal = c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            boolean strayPercent = c == '%' && !isHex(text, i + 1);
            boolean secondHash = c == '#' && fragment;
            if (legal && !strayPercent && !secondHash) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(String.format("%02X", b));
                }
            }
            fragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return at + 1 < text.length()
                && Character.digit(text.charAt(at), 16) >= 0
                && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
