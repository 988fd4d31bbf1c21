package org.tocsin.processor.merge;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.schemas.IncidentReport;

/** Who published an article. */
public final class Publisher {
    /** Archives put the address of what they keep behind their own. */
    private static final Pattern ARCHIVED = Pattern.compile("^https?://web\\.archive\\.org/web/[^/]+/(.+)$");

    private Publisher() {}

    /** The source in lower case, else the address's host; else the article stands for itself. */
    public static String of(IncidentReport report) {
        return of(report.getSource(), report.getUrl(), report.getArticleId());
    }

    /** The same, by the parts that tell. */
    public static String of(Optional<String> source, Optional<String> url, String articleId) {
        return source.filter(name -> !name.isBlank())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .or(() -> url.map(Publisher::host))
                .orElse("article " + articleId);
    }

    /** The host of an address in lower case, without www; what is no address, as it is. */
    static String host(String url) {
        Matcher archived = ARCHIVED.matcher(url);
        String original = archived.matches() ? archived.group(1) : url;
        try {
            String host = URI.create(original).getHost();
            String lower = host == null ? original : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
        } catch (IllegalArgumentException e) {
            // Not an address: as a name it is as good as any.
            return original;
        }
    }
}
