package org.tocsin.connect.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A web server on this machine with many host names: {@code 127.0.0.N} for each path, so that the pauses between calls
 * to one host do not add up.
 */
public final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();

    /** One call: when, and with which headers. */
    record Call(long nanos, Map<String, List<String>> headers) {
        boolean has(String header, String value) {
            return headers.getOrDefault(header, List.of()).contains(value);
        }
    }

    /** An answer. */
    interface Answer {
        /**
         * Answers.
         *
         * @param number of calls for this path before this one
         */
        void to(HttpExchange exchange, int number) throws IOException;
    }

    public FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 256);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers a path in this way; other paths with 404. */
    void on(String path, Answer answer) {
        calls.put(path, new CopyOnWriteArrayList<>());
        server.createContext(path, exchange -> {
            List<Call> before = calls(path);
            int number = before.size();
            before.add(new Call(System.nanoTime(), Map.copyOf(exchange.getRequestHeaders())));
            try (exchange) {
                answer.to(exchange, number);
            } catch (IOException e) {
                // The client has had enough of it.
                exchange.getHttpContext().getAttributes().put("ended", e);
            }
        });
    }

    /** A document that never changes. */
    public void serve(String path, String contentType, String body) {
        on(path, (exchange, number) -> send(exchange, 200, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    List<Call> calls(String path) {
        return calls.getOrDefault(path, List.of());
    }

    /** The path on host {@code 127.0.0.host}. */
    public String url(int host, String path) {
        return "http://127.0." + host / 250 + "." + (host % 250 + 1) + ":"
                + server.getAddress().getPort() + path;
    }

    static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
