package org.tocsin.connect.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Kind;
import org.tocsin.connect.net.HttpOutcome.Reply;

/**
 * HTTP to strangers: http and https only, to addresses that {@link AddressGuard} lets through, checked on the address
 * that is connected to and again after each redirect; bounded in time, size, decompressed size and redirects. Uses no
 * proxy, no cookies, no credentials, and repeats nothing by itself. Thread-safe; calls block.
 */
public final class GuardedHttp implements AutoCloseable {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final HttpLimits limits;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    /**
     * @param userAgent sent with every call; names a contact
     */
    public GuardedHttp(HttpLimits limits, AddressGuard guard, String userAgent) {
        this(limits, guard, userAgent, SystemDefaultDnsResolver.INSTANCE);
    }

    /** With name answers of its own: for tests of the guard. */
    GuardedHttp(HttpLimits limits, AddressGuard guard, String userAgent, DnsResolver names) {
        this.limits = limits;
        this.client = GuardedClient.build(limits, new GuardedDns(guard, names), userAgent);
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, "tocsin-http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    /** Calls and waits for the whole answer, at most as long as the limits say. */
    public HttpOutcome send(HttpQuery query) {
        long end = System.nanoTime() + limits.total().toNanos();
        URI url = query.url();
        @Nullable URI permanent = null;
        boolean unbroken = true;
        Set<URI> visited = new HashSet<>();
        while (visited.add(url) && visited.size() <= limits.maxRedirects() + 1) {
            HttpOutcome outcome = once(query, url, end);
            if (!(outcome instanceof Reply reply) || !redirects(query, reply)) {
                return outcome instanceof Reply last ? withPermanent(last, permanent) : outcome;
            }
            try {
                url = HttpUrl.resolve(url, reply.header("location").orElse(""));
            } catch (IllegalArgumentException e) {
                return new Failure(Kind.BAD_URL, "redirected by " + reply.url() + ": " + e.getMessage());
            }
            unbroken &= PERMANENT.contains(reply.status());
            permanent = unbroken ? url : permanent;
        }
        return new Failure(
                Kind.REDIRECTS,
                query.url() + " redirects in a circle or more than " + limits.maxRedirects() + " times");
    }

    private static boolean redirects(HttpQuery query, Reply reply) {
        return query.followRedirects()
                && query.body() == null
                && REDIRECTS.contains(reply.status())
                && reply.header("location").isPresent();
    }

    private static Reply withPermanent(Reply reply, @Nullable URI permanent) {
        return new Reply(reply.status(), reply.url(), permanent, reply.headers(), reply.body());
    }

    private HttpOutcome once(HttpQuery query, URI url, long end) {
        HttpUriRequestBase request = new HttpUriRequestBase(query.method(), url);
        query.headers().forEach(request::setHeader);
        request.setHeader("Accept-Encoding", "gzip");
        if (query.body() != null) {
            request.setEntity(new ByteArrayEntity(query.body(), null));
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                Math.max(0, end - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(url, response));
        } catch (IOException | RuntimeException e) {
            return late.get() ? timeout(url) : failure(url, e);
        } finally {
            deadline.cancel(false);
        }
    }

    private Reply read(URI url, ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        HttpEntity entity = response.getEntity();
        int status = response.getCode();
        boolean empty = entity == null || status == HttpStatus.SC_NOT_MODIFIED || REDIRECTS.contains(status);
        boolean gzip = headers.getOrDefault("content-encoding", List.of()).stream()
                .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("gzip"));
        byte[] body = empty ? new byte[0] : BoundedBody.read(entity.getContent(), gzip, limits.maxBytes());
        return new Reply(status, url, null, headers, body);
    }

    private Failure timeout(URI url) {
        Duration total = limits.total();
        return new Failure(Kind.TIMEOUT, url + " did not answer whole within " + total.toMillis() + " ms");
    }

    private Failure failure(URI url, Exception e) {
        Kind kind;
        if (e instanceof GuardedDns.RefusedAddress) {
            kind = Kind.REFUSED_ADDRESS;
        } else if (e instanceof UnknownHostException) {
            kind = Kind.UNKNOWN_HOST;
        } else if (e instanceof BoundedBody.TooLarge) {
            kind = Kind.TOO_LARGE;
        } else if (e instanceof BoundedBody.Truncated
                || e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof MalformedChunkCodingException) {
            kind = Kind.TRUNCATED;
        } else if (e instanceof SSLException) {
            kind = Kind.TLS;
        } else if (e instanceof InterruptedIOException) {
            kind = Kind.TIMEOUT;
        } else if (e instanceof SocketException) {
            kind = Kind.CONNECT;
        } else {
            kind = Kind.PROTOCOL;
        }
        return new Failure(kind, url + ": " + e.getMessage());
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
