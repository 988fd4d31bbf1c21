package org.tocsin.connect.sink;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.schemas.Alert;
import org.tocsin.schemas.AlertKind;
import org.tocsin.schemas.SubjectKind;

/**
 * Which alerts a receiver gets; an empty set or list lets all through.
 *
 * <p>A receiver that holds alerts open is always told of their end, whatever the kinds and levels say: what it was told
 * when the alert fired must not stay open for ever. For the same reason an alert that leaves the levels ends for it.
 *
 * @param levels names of levels
 * @param kinds kinds of change
 * @param subjectKinds kinds of subject
 * @param subjects ids of subjects
 * @param holdsAlerts whether the receiver holds alerts open
 */
record AlertFilter(
        Set<String> levels,
        Set<AlertKind> kinds,
        Set<SubjectKind> subjectKinds,
        List<Pattern> subjects,
        boolean holdsAlerts) {

    /** What is to be done about a revision. */
    enum Decision {
        /** Tell of it. */
        TELL,
        /** Tell that the alert is over. */
        END,
        /** Nothing. */
        PASS
    }

    /** A pattern of ids in which {@code *} stands for any characters. */
    static Pattern pattern(String glob) {
        return Pattern.compile(java.util.Arrays.stream(glob.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    Decision decide(Alert alert) {
        if (!concerns(alert)) {
            return Decision.PASS;
        }
        boolean level = levels.isEmpty() || levels.contains(alert.getLevel());
        boolean kind = kinds.isEmpty() || kinds.contains(alert.getKind());
        if (!holdsAlerts) {
            return level && kind ? Decision.TELL : Decision.PASS;
        }
        if (Announcement.isOver(alert)) {
            return Decision.END;
        }
        if (!level) {
            return alert.getRevision() > 1 ? Decision.END : Decision.PASS;
        }
        return kind ? Decision.TELL : Decision.PASS;
    }

    private boolean concerns(Alert alert) {
        boolean kind = subjectKinds.isEmpty()
                || subjectKinds.contains(alert.getSubject().getKind());
        String id = alert.getSubject().getId();
        return kind
                && (subjects.isEmpty()
                        || subjects.stream().anyMatch(glob -> glob.matcher(id).matches()));
    }
}
