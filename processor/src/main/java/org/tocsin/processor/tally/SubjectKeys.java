package org.tocsin.processor.tally;

import java.time.LocalDate;
import org.tocsin.schemas.Subject;

/** How subjects and their days are written as keys. Ids never hold a vertical bar. */
public final class SubjectKeys {
    private static final char BAR = '|';

    private SubjectKeys() {}

    /** {@code KIND:id}, the partitioning key of everything that is counted for the subject. */
    public static String subjectKey(Subject subject) {
        return subject.getKind() + ":" + subject.getId().replace(BAR, '/');
    }

    /** {@code KIND:id|2020-09-27}, the key of a daily count. */
    public static String dayKey(Subject subject, LocalDate date) {
        return subjectKey(subject) + BAR + date;
    }

    /** The subject's part of a day key, a cell key or a rule's key. */
    public static String subjectOf(String key) {
        int bar = key.indexOf(BAR);
        return bar < 0 ? key : key.substring(0, bar);
    }

    /** The date of a day key. */
    public static LocalDate dateOf(String dayKey) {
        return LocalDate.parse(dayKey.substring(dayKey.lastIndexOf(BAR) + 1));
    }

    /** A key under another: of a cell under its day, of an incident under its subject. */
    static String under(String key, String id) {
        return key + BAR + id;
    }

    /** What all keys under this one start with. */
    static String prefix(String key) {
        return key + BAR;
    }
}
