package org.tocsin.processor.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.tocsin.processor.stack.TestStack;
import org.tocsin.schemas.AvroSerdes;

/** The shared registry behind an address of its own, which can go down and come back. */
final class RegistryProxy implements AutoCloseable {
    private final URI target = URI.create(TestStack.shared().clientProperties().getProperty(AvroSerdes.REGISTRY_URL));
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private final int port;

    private RegistryProxy() throws IOException {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    static RegistryProxy start() throws IOException {
        return new RegistryProxy();
    }

    String url() {
        return "http://127.0.0.1:" + port + target.getPath();
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
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
        listening.createContext("/", this::forward);
        listening.start();
        return listening;
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
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
