package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** A receiver on loopback that keeps what it is sent and answers as told. */
final class WebhookServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A call that has come in.
     *
     * @param number from 0
     */
    record Call(int number, String key, String signature, String authorization, String contentType, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private WebhookServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that answers with these statuses. */
    static WebhookServer answering(ToIntFunction<Call> status) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookServer server = new WebhookServer(http);
        http.createContext("/", exchange -> server.handle(exchange, status));
        http.start();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
    }

    List<Call> calls() {
        return calls;
    }

    private synchronized void handle(HttpExchange exchange, ToIntFunction<Call> status) throws IOException {
        try (exchange) {
            Call call = new Call(
                    calls.size(),
                    header(exchange, "Idempotency-Key"),
                    header(exchange, "webhook-signature"),
                    header(exchange, "Authorization"),
                    header(exchange, "Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            calls.add(call);
            exchange.sendResponseHeaders(status.applyAsInt(call), -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
