package org.tocsin.processor.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What operations asks for.
 *
 * @param alive false when only a restart helps
 * @param readiness whether this instance does its work
 * @param metrics in Prometheus' text format
 * @param topology as Kafka Streams describes it
 */
public record Operations(
        BooleanSupplier alive, Readiness readiness, Supplier<String> metrics, Supplier<String> topology)
        implements HttpServer.Routes {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";
    private static final int UNAVAILABLE = 503;

    /** {@code /health/live}, {@code /health/ready}, {@code /metrics}, {@code /topology}. */
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", this::live);
        routes.get("/health/ready", this::ready);
        routes.get("/metrics", context -> context.contentType(PROMETHEUS).result(metrics.get()));
        routes.get("/topology", context -> context.contentType(TEXT).result(topology.get()));
    }

    private void live(Context context) {
        boolean up = alive.getAsBoolean();
        context.status(up ? 200 : UNAVAILABLE)
                .contentType(JSON)
                .result(up ? "{\"status\":\"LIVE\"}" : "{\"status\":\"STOPPED\"}");
    }

    private void ready(Context context) {
        Readiness.Report report = readiness.report();
        context.status(report.ready() ? 200 : UNAVAILABLE).contentType(JSON).result(report.json());
    }
}
