package org.tocsin.processor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.processor.OperatorException;
import org.tocsin.processor.Settings;

/** Who gets in, what bounds a request, and what mistakes in the settings say. */
class HttpServerTest {
    private static final String TOKEN = "a-token-that-is-long-enough";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void shouldTellBrowsersToRunNothingAndOtherOriginsNothing() throws Exception {
        try (HttpServer server = start(Map.of())) {
            HttpResponse<String> answer = get(server, "/metrics", "Origin", "https://elsewhere.example");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"))
                    .doesNotContain("server");
        }
    }

    @Test
    void shouldAskForTheTokenExceptForHealth() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
        try (HttpServer server = start(Map.of("tocsin.http.token.file", file.toString()))) {
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> without = get(server, "/metrics");
            assertProblem(without, 401, "Authorization: Bearer");
            assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();
            assertProblem(get(server, "/metrics", "Authorization", "Bearer wrong"), 401, "not the one");
            assertProblem(get(server, "/nowhere"), 401, "Authorization: Bearer");
            assertThat(get(server, "/metrics", "Authorization", "Bearer " + TOKEN)
                            .body())
                    .isEqualTo("articles 7\n");
        }
    }

    @Test
    void shouldTakeTheTokenFromTheEnvironment() {
        Access access = Access.of(
                Settings.of(Map.of("tocsin.http.host", "0.0.0.0")).http(), Map.of(Access.TOKEN_VARIABLE, TOKEN));

        assertThat(access.refusal("/metrics", "Bearer " + TOKEN, "tocsin:8080")).isEmpty();
        assertThat(access.refusal("/metrics", null, "tocsin:8080")).isPresent();
    }

    @Test
    void shouldNotOpenItselfToTheNetworkWithoutBeingTold() {
        assertMistake(Map.of("tocsin.http.host", "0.0.0.0"), "tocsin.http.token.file", "tocsin.http.behind.proxy");
        assertThat(Access.of(
                        Settings.of(Map.of("tocsin.http.host", "0.0.0.0", "tocsin.http.behind.proxy", "true"))
                                .http(),
                        Map.of()))
                .isNotNull();
    }

    @Test
    void shouldNotAnswerAPageThatCallsThisMachineByItsOwnName() throws Exception {
        try (HttpServer server = start(Map.of())) {
            String answer = raw(server, "GET /metrics HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 421").contains("application/problem+json");
        }
    }

    @Test
    void shouldNameUnknownPathsOtherMethodsAndBodies() throws Exception {
        try (HttpServer server = start(Map.of())) {
            assertProblem(get(server, "/nowhere"), 404, "/nowhere");
            assertProblem(send(server, request(server, "/metrics").DELETE()), 405, "GET");
            assertProblem(
                    send(server, request(server, "/metrics").method("GET", BodyPublishers.ofString("body"))),
                    413,
                    "no body");
            HttpResponse<String> failure = get(server, "/failing");
            assertProblem(failure, 500, "log");
            assertThat(failure.body()).doesNotContain("inner words");
        }
    }

    @Test
    void shouldRefuseAHeadThatIsTooLarge() throws Exception {
        try (HttpServer server = start(Map.of())) {
            assertProblem(get(server, "/metrics?x=" + "x".repeat(9000)), 414, "8 KiB");
            assertProblem(get(server, "/metrics", "X-Large", "x".repeat(9000)), 431, "8 KiB");
        }
    }

    @Test
    void shouldCloseAConnectionThatSaysNothing() throws Exception {
        try (HttpServer server = start(Map.of("tocsin.http.timeout", "300ms"));
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.url()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write("GET /metrics HT".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes()).asString().doesNotContain("articles");
        }
    }

    @Test
    void shouldSpeakTls() throws Exception {
        TestCertificate made = TestCertificate.make(directory, 1, 10_000);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(made.trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (HttpServer server = start(tls(made))) {
            assertThat(server.url()).startsWith("https://");
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(context)
                    .build()
                    .send(request(server, "/metrics").build(), BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("articles 7\n");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void shouldSayWhatIsWrongWithTheCertificate() throws Exception {
        TestCertificate expired = TestCertificate.make(directory, 400, 30);
        assertMistake(tls(expired), expired.certificate().toString(), "expired");
        Map<String, String> swapped = Map.of(
                "tocsin.http.tls.certificate", expired.key().toString(),
                "tocsin.http.tls.key", expired.key().toString());
        assertMistake(swapped, "tocsin.http.tls.certificate", "PEM");
        Map<String, String> missing = Map.of(
                "tocsin.http.tls.certificate", directory.resolve("none.crt").toString(),
                "tocsin.http.tls.key", expired.key().toString());
        assertMistake(missing, "none.crt", "cannot be read");
        assertThatThrownBy(() -> Settings.of(Map.of("tocsin.http.tls.key", "key.pem")))
                .hasMessageContaining("go together");
    }

    @Test
    void shouldSayWhatIsWrongWithTheTokenThePortAndTheHost() throws Exception {
        Path shortOne = Files.writeString(directory.resolve("short"), "secret");
        assertMistake(Map.of("tocsin.http.token.file", shortOne.toString()), shortOne.toString(), "16 characters");
        assertMistake(Map.of("tocsin.http.token.file", directory.resolve("none").toString()), "none", "cannot be read");
        assertMistake(Map.of("tocsin.http.host", "no-such-host.invalid"), "tocsin.http.host", "no address");
        assertThatThrownBy(() -> Settings.of(Map.of("tocsin.http.port", "80800")))
                .hasMessageContaining("tocsin.http.port must be a whole number from 0 to 65535, is 80800");
        assertThatThrownBy(() -> Settings.of(Map.of("tocsin.http.prot", "1"))).hasMessageContaining("tocsin.http.port");
        try (HttpServer server = start(Map.of())) {
            int taken = URI.create(server.url()).getPort();
            assertMistake(Map.of("tocsin.http.port", Integer.toString(taken)), "port " + taken, "tocsin.http.port");
        }
    }

    @Test
    void shouldTakeAnotherPortWhereAnyWillDo() {
        try (HttpServer first = start(Map.of())) {
            String taken = Integer.toString(URI.create(first.url()).getPort());
            try (HttpServer second = start(Map.of("tocsin.http.port", taken, "tocsin.http.port.or.any", "true"))) {
                assertThat(second.url()).isNotEqualTo(first.url());
            }
        }
    }

    private static void assertMistake(Map<String, String> settings, String... says) {
        assertThatThrownBy(() -> start(settings).close())
                .isInstanceOf(OperatorException.class)
                .hasMessageContainingAll(says)
                .message()
                .hasLineCount(1);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("\"status\":" + status).contains(says);
    }

    private static Map<String, String> tls(TestCertificate made) {
        return Map.of(
                "tocsin.http.tls.certificate", made.certificate().toString(),
                "tocsin.http.tls.key", made.key().toString());
    }

    private static HttpServer start(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Map.of("tocsin.http.port", "0"));
        all.putAll(more);
        var settings = Settings.of(all).http();
        Operations operations =
                new Operations(() -> true, Readiness.of(List.of()), () -> "articles 7\n", () -> "topology");
        return HttpServer.start(
                settings,
                Access.of(settings, Map.of()),
                Clock.systemUTC(),
                List.of(
                        operations,
                        routes -> routes.get("/failing", context -> {
                            throw new IllegalStateException("inner words");
                        })));
    }

    private static HttpRequest.Builder request(HttpServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private HttpResponse<String> get(HttpServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(server, path);
        return send(server, headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpServer server, HttpRequest.Builder request) throws Exception {
        assertThat(server.url()).startsWith("http://127.0.0.1:");
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String raw(HttpServer server, String request) throws Exception {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.url()).getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
