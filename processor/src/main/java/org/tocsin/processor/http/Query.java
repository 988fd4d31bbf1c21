package org.tocsin.processor.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.processor.view.Table;
import org.tocsin.processor.view.View;

/** The parameters of a request, each of which is known, given once, and well formed, or is named in a problem. */
final class Query {
    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;
    private static final Set<String> PAGING = Set.of("limit", "after");

    private final Context context;

    private Query(Context context) {
        this.context = context;
    }

    /** Of a request that may have these parameters, beside those of paging. */
    static Query of(Context context, List<String> known) {
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name) && !PAGING.contains(name)) {
                Set<String> all = new TreeSet<>(PAGING);
                all.addAll(known);
                throw Problem.badRequest("parameter " + name + " is unknown; known are " + String.join(", ", all))
                        .exception();
            }
            if (values.size() > 1) {
                throw Problem.badRequest("parameter " + name + " is given " + values.size() + " times")
                        .exception();
            }
        });
        return new Query(context);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(v -> !v.isEmpty());
    }

    /** Passes all when the parameter is missing, else what equals its value by this comparison. */
    <T> Predicate<T> filter(String name, BiPredicate<T, String> equal) {
        return text(name)
                .<Predicate<T>>map(value -> item -> equal.test(item, value))
                .orElse(item -> true);
    }

    /** The same for one of an enum's names, in either case. */
    <T, E extends Enum<E>> Predicate<T> filter(String name, E[] values, BiPredicate<T, E> equal) {
        return text(name)
                .<Predicate<T>>map(value -> {
                    E wanted = Arrays.stream(values)
                            .filter(v -> v.name().equals(value.toUpperCase(Locale.ROOT)))
                            .findFirst()
                            .orElseThrow(() -> Problem.badRequest(
                                            "%s=%s is none of %s".formatted(name, value, Arrays.toString(values)))
                                    .exception());
                    return item -> equal.test(item, wanted);
                })
                .orElse(item -> true);
    }

    /** The same for true or false. */
    <T> Predicate<T> filter(String name, Predicate<T> holds) {
        return text(name)
                .<Predicate<T>>map(value -> switch (value) {
                    case "true" -> holds;
                    case "false" -> holds.negate();
                    default ->
                        throw Problem.badRequest(name + " must be true or false, is " + value)
                                .exception();
                })
                .orElse(item -> true);
    }

    /** The days from {@code from} to {@code to}, both inclusive, newest first, of orders that start with this text. */
    View.Range days(String start) {
        String first = start + date("to").map(Table::newestFirst).orElse("");
        String end = start + date("from").map(Table::newestFirst).orElse("") + Table.AFTER_ALL;
        return new View.Range(first, end, after(start), limit());
    }

    /** All that starts with this text. */
    View.Range all(String start) {
        return new View.Range(start, start + Table.AFTER_ALL, after(start), limit());
    }

    static @Nullable String cursor(@Nullable String order) {
        return order == null ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(order.getBytes(UTF_8));
    }

    private @Nullable String after(String start) {
        Optional<String> cursor = text("after");
        if (cursor.isEmpty()) {
            return null;
        }
        try {
            String order = new String(Base64.getUrlDecoder().decode(cursor.get()), UTF_8);
            if (order.startsWith(start) && cursor.get().equals(cursor(order))) {
                return order;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw Problem.badRequest("after must be the next of an earlier answer to the same question, is " + cursor.get())
                .exception();
    }

    private int limit() {
        String limit = text("limit").orElse(Integer.toString(USUAL_PAGE));
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > LARGEST_PAGE) {
            throw Problem.badRequest("limit must be a whole number from 1 to " + LARGEST_PAGE + ", is " + limit)
                    .exception();
        }
        return Integer.parseInt(limit);
    }

    private Optional<LocalDate> date(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(name + " must be a date such as 2024-03-12, is " + context.queryParam(name))
                    .exception();
        }
    }
}
