package org.tocsin.processor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.security.Certificates;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.schemas.AvroSerdes;

/** The shared registry behind an address of its own, which can go down and come back, and can ask for TLS and a password. */
final class RegistryProxy implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;

    private final URI target = URI.create(TestStack.shared().clientProperties().getProperty(AvroSerdes.REGISTRY_URL));
    private final HttpClient client = HttpClient.newHttpClient();
    private final @Nullable SSLContext tls;
    private final @Nullable String authorization;
    private HttpServer server;
    private final int port;

    private RegistryProxy(@Nullable SSLContext tls, @Nullable String authorization) throws IOException {
        this.tls = tls;
        this.authorization = authorization;
        server = listen(0);
        port = server.getAddress().getPort();
    }

    static RegistryProxy start() throws IOException {
        return new RegistryProxy(null, null);
    }

    /** By TLS alone, and for this user alone. */
    static RegistryProxy secured(Certificates certificates, String user, String password)
            throws IOException, GeneralSecurityException {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new RegistryProxy(certificates.serverContext(), "Basic " + credentials);
    }

    String url() {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port + target.getPath();
    }

    void goDown() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = listen(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen(int onPort) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort);
        HttpServer listening = tls == null ? HttpServer.create(address, 0) : secure(address, tls);
        listening.createContext("/", this::forward);
        listening.start();
        return listening;
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer listening = HttpsServer.create(address, 0);
        listening.setHttpsConfigurator(new HttpsConfigurator(tls));
        return listening;
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (authorization != null
                    && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(UNAUTHORIZED, -1);
                return;
            }
            URI uri = target.resolve(exchange.getRequestURI());
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                    .build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
