package org.tocsin.bench.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.coder.text.DataFile;

class MarkedRolesTest {
    private static final String BODY = "Rebels shot a judge. Paolo Verri was 50.";

    @Test
    void shouldReadThePhrasesOfEachEntityFromTheBody() {
        assertThat(MarkedRoles.wordings(row("P1:0-6 T2:14-19 T2:21-32"), BODY))
                .containsEntry("P1", List.of("Rebels"))
                .containsEntry("T2", List.of("judge", "Paolo Verri"));
    }

    @Test
    void shouldSayWhereAMarkIsWrong() {
        assertThatThrownBy(() -> MarkedRoles.wordings(row("P1:0-400"), BODY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("P1:0-400")
                .hasMessageContaining("40 characters");
    }

    private static DataFile.Row row(String marks) {
        return new DataFile.Row("marked-roles.tsv", 3, List.of("article-1", marks));
    }
}
