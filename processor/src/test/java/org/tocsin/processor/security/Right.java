package org.tocsin.processor.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One right of one part, as a row of the table in {@code docs/security.md} grants it: part, resource, name (a star at
 * its end: every name that begins so), operation, and what for.
 */
public record Right(String part, ResourceType resource, String name, AclOperation operation) {
    private static final Path DOCUMENT = Path.of("..", "docs", "security.md");
    private static final int COLUMNS = 6;
    /** Topic prefix without its dot, and application id, in the table. */
    private static final String INSTALLATION = "tocsin";
    /** What an installation gives a name to, in the table. */
    private static final String NAME = "NAME";

    /** All rows; one that lists several operations is a right for each. */
    public static List<Right> documented() throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|", -1))
                    .filter(cells -> cells.length >= COLUMNS)
                    .flatMap(Right::of)
                    .toList();
        }
    }

    private static Stream<Right> of(String[] cells) {
        String part = text(cells[1]);
        ResourceType resource = ResourceType.fromString(text(cells[2]).toUpperCase(Locale.ROOT));
        return Arrays.stream(text(cells[4]).split(", *"))
                .map(operation -> new Right(
                        part, resource, text(cells[3]), AclOperation.valueOf(operation.toUpperCase(Locale.ROOT))));
    }

    private static String text(String cell) {
        return cell.replace("`", "").strip();
    }

    /** As an ACL for this user, of the installation whose topics and application have this name. */
    public AclBinding forUser(String user, String installation) {
        String own = name.replace(INSTALLATION, installation).replace(NAME, installation);
        boolean prefix = own.endsWith("*");
        ResourcePattern pattern = new ResourcePattern(
                resource,
                prefix ? own.substring(0, own.length() - 1) : own,
                prefix ? PatternType.PREFIXED : PatternType.LITERAL);
        return new AclBinding(pattern, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
