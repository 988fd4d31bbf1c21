package org.tocsin.processor.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.HttpSettings;
import org.tocsin.processor.OperatorException;

/**
 * The HTTP server. Everything is read by GET; a request is bounded in its head (8 KiB), has no body, and a connection
 * that says nothing for {@code tocsin.http.timeout} is closed.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int HEAD_BYTES = 8 << 10;
    private static final int CONNECTIONS = 512;
    private static final int THREADS_BESIDE_STREAMS = 16;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Javalin javalin;
    private final HttpSettings settings;
    private final List<Routes> routes;

    private HttpServer(Javalin javalin, HttpSettings settings, List<Routes> routes) {
        this.javalin = javalin;
        this.settings = settings;
        this.routes = List.copyOf(routes);
    }

    /** A part of what is answered. */
    @FunctionalInterface
    public interface Routes {
        /** Adds the part's paths. */
        void addTo(RoutesConfig config);

        /** Ends the answers that go on by themselves, before the server stops. */
        default void stop() {}
    }

    /**
     * Starts it.
     *
     * @throws OperatorException when the port is taken or the certificate unusable
     */
    public static HttpServer start(HttpSettings settings, Access access, Clock clock, List<Routes> routes) {
        SslContextFactory.Server tls = tls(settings, clock);
        Javalin javalin = Javalin.create(config -> {
            bounds(config, settings);
            config.jetty.addConnector((server, http) -> connector(server, http, settings, tls));
            answers(config.routes, access, tls != null);
            routes.forEach(own -> own.addTo(config.routes));
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new OperatorException(
                    "port %d on %s is in use or not to be had; set %s, where 0 takes any free one"
                            .formatted(settings.port(), settings.host(), HttpSettings.PORT),
                    e);
        }
        return new HttpServer(javalin, settings, routes);
    }

    /** Where it is reached, for example {@code http://127.0.0.1:8080}. */
    public String url() {
        String scheme = settings.certificate() == null ? "http" : "https";
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return scheme + "://" + host + ":" + javalin.port();
    }

    @Override
    public void close() {
        routes.forEach(Routes::stop);
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("HTTP requests did not end in {} s and were cut off", STOP_WITHIN.toSeconds());
        }
    }

    private static SslContextFactory.@Nullable Server tls(HttpSettings settings, Clock clock) {
        return settings.certificate() == null || settings.key() == null
                ? null
                : Certificate.tls(settings.certificate(), settings.key(), clock);
    }

    private static void bounds(JavalinConfig config, HttpSettings settings) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 0;
        // Answers are as large as a page; and compressing what a token protects tells of it by its length.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(settings.streams() + THREADS_BESIDE_STREAMS, 4);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_WITHIN.toMillis());
            server.setErrorHandler(new ProblemPages());
            server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEAD_BYTES);
            http.setIdleTimeout(settings.timeout().toMillis());
        });
    }

    private static Connector connector(
            Server server, HttpConfiguration http, HttpSettings settings, SslContextFactory.@Nullable Server tls) {
        ServerConnector connector;
        if (tls == null) {
            connector = new Listener(server, settings.orAnyPort(), new HttpConnectionFactory(http));
        } else {
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new Listener(
                    server,
                    settings.orAnyPort(),
                    new SslConnectionFactory(tls, "http/1.1"),
                    new HttpConnectionFactory(http));
        }
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.timeout().toMillis());
        return connector;
    }

    private static void answers(RoutesConfig routes, Access access, boolean secure) {
        routes.before(context -> {
            SecurityHeaders.set(context, secure);
            access.refusal(context.path(), context.header("Authorization"), context.header("Host"))
                    .ifPresent(problem -> {
                        throw problem.exception();
                    });
            if (context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null) {
                throw new Problem(413, "Content too large", "requests have no body here").exception();
            }
        });
        routes.exception(Problem.ProblemException.class, (e, context) -> answer(context, e.problem()));
        routes.exception(HttpResponseException.class, (e, context) -> answer(context, problem(context, e)));
        routes.exception(Exception.class, (e, context) -> {
            LOG.warn("{} {} failed", context.method(), context.path(), e);
            answer(context, new Problem(500, "Failed", "the server's log says why"));
        });
    }

    private static Problem problem(Context context, HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> Problem.notFound("there is nothing at " + context.path() + "; see /api/v1/openapi.json");
            case 405 -> new Problem(405, "Method not allowed", "only GET and HEAD are answered here");
            default -> new Problem(e.getStatus(), "Failed", String.valueOf(e.getMessage()));
        };
    }

    private static void answer(Context context, Problem problem) {
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer realm=\"tocsin\"");
        }
        if (problem.status() == 405) {
            context.header("Allow", "GET, HEAD");
        }
        if (problem.status() == 503) {
            context.header("Retry-After", "5");
        }
        context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(problem.json());
    }

    /** Takes its port or, where that is taken and any will do, a free one. */
    private static final class Listener extends ServerConnector {
        private final boolean orAnyPort;

        Listener(Server server, boolean orAnyPort, ConnectionFactory... protocols) {
            super(server, protocols);
            this.orAnyPort = orAnyPort;
        }

        @Override
        public void open() throws IOException {
            try {
                super.open();
            } catch (IOException taken) {
                if (!orAnyPort) {
                    throw taken;
                }
                setPort(0);
                super.open();
            }
        }
    }
}
