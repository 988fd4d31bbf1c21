package org.tocsin.processor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.processor.view.Table;
import org.tocsin.processor.view.View;
import org.tocsin.schemas.RecordJson;

/**
 * Alerts and incidents as server-sent events. A listener that comes back with the id of its last event gets all that has
 * changed since: of what changed twice, the newer revision, as the compacted topics keep it. Each listener holds a thread
 * of the server; one that does not read is dropped after {@code tocsin.http.timeout}.
 */
public final class EventStream implements HttpServer.Routes {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BATCH = 100;
    private static final String TYPE = "text/event-stream";
    private static final List<String> KNOWN = List.of(Table.ALERTS.name(), Table.INCIDENTS.name());

    private final View view;
    private final Semaphore free;
    private final int atMost;
    private final Set<Thread> listening = ConcurrentHashMap.newKeySet();

    /**
     * A stream of what the view reads.
     *
     * @param atMost listeners at a time
     */
    public EventStream(View view, int atMost) {
        this.view = view;
        this.atMost = atMost;
        this.free = new Semaphore(atMost);
    }

    /** {@code /api/v1/stream}. */
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/stream", this::stream);
    }

    @Override
    public void stop() {
        listening.forEach(Thread::interrupt);
    }

    private void stream(Context context) {
        if (!view.isCaughtUp()) {
            throw Problem.unavailable("this instance has started and still reads the topics; ask again soon")
                    .exception();
        }
        String last = context.header("Last-Event-ID");
        StreamPosition position = last == null ? now() : StreamPosition.parse(last, KNOWN);
        if (!free.tryAcquire()) {
            throw Problem.unavailable("%d listen already, the most that tocsin.http.streams allows".formatted(atMost))
                    .exception();
        }
        listening.add(Thread.currentThread());
        try {
            send(context, position);
        } catch (IOException | InterruptedException end) {
            // The listener has gone, or the server goes; the id of the last event says where to go on.
            LOG.debug("a listener of the stream ends: {}", end.toString());
        } finally {
            listening.remove(Thread.currentThread());
            free.release();
        }
    }

    private StreamPosition now() {
        StreamPosition position = new StreamPosition();
        view.positions(Table.ALERTS).forEach((p, at) -> position.reach(Table.ALERTS.name(), p, at));
        view.positions(Table.INCIDENTS).forEach((p, at) -> position.reach(Table.INCIDENTS.name(), p, at));
        return position;
    }

    private void send(Context context, StreamPosition position) throws IOException, InterruptedException {
        context.res().setContentType(TYPE);
        context.res().setCharacterEncoding(UTF_8.name());
        context.res().setHeader("X-Accel-Buffering", "no");
        OutputStream out = context.res().getOutputStream();
        // A listener that loses the connection before its first event still knows where it was.
        write(
                out,
                position.id().isEmpty() ? ": listening\n\n" : "id: " + position.id() + "\nevent: position\ndata:\n\n");
        boolean goOn = true;
        while (goOn) {
            long seen = view.version();
            int sent = send(out, Table.INCIDENTS, "incident", position) + send(out, Table.ALERTS, "alert", position);
            if (sent == 0) {
                goOn = view.awaitChange(seen, HEARTBEAT);
                write(out, ": \n\n");
            }
        }
    }

    private <T extends SpecificRecord> int send(OutputStream out, Table<T> table, String event, StreamPosition position)
            throws IOException {
        List<View.Change<T>> changes = view.changes(table, position.of(table.name()), BATCH);
        for (View.Change<T> change : changes) {
            position.reach(table.name(), change.partition(), change.offset());
            write(
                    out,
                    "id: %s\nevent: %s\ndata: %s\n\n".formatted(position.id(), event, RecordJson.line(change.value())));
        }
        return changes.size();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }
}
