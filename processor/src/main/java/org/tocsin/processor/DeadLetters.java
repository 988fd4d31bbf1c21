package org.tocsin.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.coder.Verdict;
import org.tocsin.schemas.Contribution;
import org.tocsin.schemas.DeadLetter;
import org.tocsin.schemas.DeadLetterReason;
import org.tocsin.schemas.IncidentReport;
import org.tocsin.schemas.Origin;

/** What is written to the dead letters: why, where, and which article it belongs to. */
public final class DeadLetters {
    /** Largest payload that is kept; a longer one is still at its origin. */
    static final int MAX_PAYLOAD = 1024 * 1024;

    private static final int MAX_MESSAGE = 2000;

    private DeadLetters() {}

    /** An article that cannot be read. */
    public static DeadLetter rejected(String articleId, Origin origin, Verdict.Rejected rejected, Requeued requeued) {
        return letter(DeadLetterReason.valueOf(rejected.reason().name()), Names.CODE, rejected.detail())
                .setArticleId(articleId)
                .setOrigin(origin)
                .setAttempts(requeued.attempts())
                .build();
    }

    /** A report for a day that is no longer held. */
    public static DeadLetter tooOld(IncidentReport report) {
        return letter(DeadLetterReason.TOO_OLD, Names.MERGE, "the attack's day is no longer held; its count stays")
                .setArticleId(report.getArticleId())
                .setOrigin(report.getOrigin())
                .build();
    }

    /** A contribution to a day that is no longer held. */
    public static DeadLetter tooOld(Contribution contribution) {
        return letter(DeadLetterReason.TOO_OLD, Names.TALLY, "the attack's day is no longer held; its count stays")
                .setArticleId(contribution.getCause().getArticleId().orElse(null))
                .setOrigin(contribution.getCause().getOrigin().orElse(null))
                .build();
    }

    /** Bytes that cannot be read as the topic's schema. */
    static DeadLetter unreadable(
            Origin origin, byte @Nullable [] key, byte @Nullable [] value, Requeued requeued, Exception e) {
        return withPayload(letter(DeadLetterReason.UNREADABLE, origin.getTopic(), reason(e)), key, value)
                .setOrigin(origin)
                .setAttempts(requeued.attempts())
                .setException(e.getClass().getName())
                .build();
    }

    /** A record that a stage failed on before it had changed anything. */
    static DeadLetter failed(
            String stage,
            Origin origin,
            Optional<String> articleId,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Throwable e) {
        return withPayload(letter(DeadLetterReason.FAILED, stage, stackTrace(e)), key, value)
                .setArticleId(articleId.orElse(null))
                .setOrigin(origin)
                .setException(e.getClass().getName())
                .build();
    }

    private static DeadLetter.Builder letter(DeadLetterReason reason, String stage, String message) {
        return DeadLetter.newBuilder()
                .setReason(reason)
                .setStage(stage)
                .setMessage(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE));
    }

    private static DeadLetter.Builder withPayload(
            DeadLetter.Builder letter, byte @Nullable [] key, byte @Nullable [] value) {
        return letter.setKey(key == null ? null : ByteBuffer.wrap(key))
                .setPayload(value == null || value.length > MAX_PAYLOAD ? null : ByteBuffer.wrap(value))
                .setPayloadBytes(value == null ? 0 : value.length);
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
