package org.tocsin.connect.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.connect.net.HttpOutcome.Failure;
import org.tocsin.connect.net.HttpOutcome.Kind;
import org.tocsin.connect.net.HttpOutcome.Reply;

class GuardedHttpTest {
    private static final int MAX_BYTES = 100_000;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void shouldFetchAndDecompress() {
        on("/feed", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("User-Agent")).isEqualTo("Test (+mailto:a@example.org)");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            answer(exchange, 200, gzip("hello".getBytes(UTF_8)));
        });

        Reply reply = (Reply) get("/feed");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("hello".getBytes(UTF_8));
        assertThat(reply.header("etag")).contains("\"1\"");
    }

    @Test
    void shouldPostAndNotRepeatItElsewhere() {
        on("/hook", exchange -> {
            exchange.getResponseHeaders().set("Location", "/other");
            answer(exchange, 307, exchange.getRequestBody().readAllBytes());
        });
        HttpQuery post = HttpQuery.post(url("/hook"), "application/json", "{}".getBytes(UTF_8));

        HttpOutcome outcome = http(AddressGuard.allowing(List.of("127.0.0.1"))).send(post);

        assertThat(outcome).isInstanceOfSatisfying(Reply.class, reply -> assertThat(reply.status())
                .isEqualTo(307));
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "127.1"})
    void shouldNotCallThisMachineUnlessAllowed(String host) {
        on("/", exchange -> answer(exchange, 200, new byte[0]));
        URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/");

        HttpOutcome outcome = http(AddressGuard.strict()).send(HttpQuery.get(url));

        assertThat(kind(outcome)).isEqualTo(Kind.REFUSED_ADDRESS);
        assertThat(calls).hasValue(0);
    }

    @Test
    void shouldNotFollowARedirectToARefusedAddress() {
        int port = server.getAddress().getPort();
        on("/out", exchange -> redirect(exchange, 302, "http://127.0.0.2:" + port + "/in"));
        on("/in", exchange -> answer(exchange, 200, "secret".getBytes(UTF_8)));

        HttpOutcome outcome = http(AddressGuard.allowing(List.of("127.0.0.1"))).send(HttpQuery.get(url("/out")));

        assertThat(kind(outcome)).isEqualTo(Kind.REFUSED_ADDRESS);
        assertThat(calls).hasValue(1);
    }

    @Test
    void shouldConnectToTheAddressThatWasCheckedWhenTheNameServerChangesItsAnswer() {
        on("/", exchange -> answer(exchange, 200, new byte[0]));
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = names(() -> asked.incrementAndGet() == 1 ? "192.0.2.1" : "127.0.0.1");
        AddressGuard guard = AddressGuard.allowing(List.of("192.0.2.0/24"));
        URI url = URI.create("http://rebind.example:" + server.getAddress().getPort() + "/");
        try (GuardedHttp http = new GuardedHttp(limits(Duration.ofMillis(300)), guard, "Test", rebinding)) {
            HttpOutcome first = http.send(HttpQuery.get(url));
            HttpOutcome second = http.send(HttpQuery.get(url));

            assertThat(kind(first)).isIn(Kind.CONNECT, Kind.TIMEOUT);
            assertThat(kind(second)).isEqualTo(Kind.REFUSED_ADDRESS);
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void shouldRememberOnlyAnUnbrokenChainOfPermanentRedirects() {
        on("/a", exchange -> redirect(exchange, 301, "/b"));
        on("/b", exchange -> redirect(exchange, 308, "/c"));
        on("/c", exchange -> redirect(exchange, 302, "/d"));
        on("/d", exchange -> redirect(exchange, 301, "/e"));
        on("/e", exchange -> answer(exchange, 200, new byte[0]));

        Reply reply = (Reply) get("/a");

        assertThat(reply.url()).isEqualTo(url("/e"));
        assertThat(reply.permanentUrl()).isEqualTo(url("/c"));
    }

    @Test
    void shouldEndACircleOfRedirects() {
        on("/a", exchange -> redirect(exchange, 301, "/b"));
        on("/b", exchange -> redirect(exchange, 301, "/a"));

        assertThat(kind(get("/a"))).isEqualTo(Kind.REDIRECTS);
        assertThat(calls).hasValue(2);
    }

    @Test
    void shouldRefuseARedirectToAnotherScheme() {
        on("/a", exchange -> redirect(exchange, 302, "file:///etc/passwd"));

        assertThat(kind(get("/a"))).isEqualTo(Kind.BAD_URL);
    }

    @Test
    void shouldStopReadingALongBody() {
        on("/long", exchange -> answer(exchange, 200, new byte[MAX_BYTES + 1]));
        on("/fits", exchange -> answer(exchange, 200, new byte[MAX_BYTES]));

        assertThat(kind(get("/long"))).isEqualTo(Kind.TOO_LARGE);
        assertThat(get("/fits")).isInstanceOf(Reply.class);
    }

    @Test
    void shouldStopInflatingABomb() {
        on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, gzip(new byte[50_000_000]));
        });

        assertThat(kind(get("/bomb"))).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void shouldNoticeATruncatedBody() {
        on("/short", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        on("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] whole = gzip(new byte[5_000]);
            answer(exchange, 200, Arrays.copyOf(whole, whole.length - 12));
        });

        assertThat(kind(get("/short"))).isEqualTo(Kind.TRUNCATED);
        assertThat(kind(get("/gzip"))).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void shouldEndACallThatDripsBytes() {
        on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!await()) {
                out.write('x');
                out.flush();
            }
        });
        GuardedHttp http =
                new GuardedHttp(limits(Duration.ofMillis(500)), AddressGuard.allowing(List.of("127.0.0.1")), "Test");
        try (http) {
            long begin = System.nanoTime();
            HttpOutcome outcome = http.send(HttpQuery.get(url("/drip")));

            assertThat(kind(outcome)).isEqualTo(Kind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private boolean await() {
        try {
            return end.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private HttpOutcome get(String path) {
        try (GuardedHttp http = http(AddressGuard.allowing(List.of("127.0.0.1")))) {
            return http.send(HttpQuery.get(url(path)));
        }
    }

    private static GuardedHttp http(AddressGuard guard) {
        return new GuardedHttp(limits(Duration.ofSeconds(10)), guard, "Test (+mailto:a@example.org)");
    }

    private static HttpLimits limits(Duration total) {
        return new HttpLimits(Duration.ofMillis(300), total, MAX_BYTES, 5, 4);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        answer(exchange, status, new byte[0]);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static Kind kind(HttpOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failure.class);
        return ((Failure) outcome).kind();
    }

    private static DnsResolver names(Supplier<String> address) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolve(address.get());
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
