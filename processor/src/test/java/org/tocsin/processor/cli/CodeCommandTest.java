package org.tocsin.processor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeCommandTest {
    @Test
    void shouldWriteOneVerdictAnArticleInTheirOrder() throws Exception {
        List<String> ids = IntStream.range(0, 700).mapToObj(i -> "a" + i).toList();
        String articles = ids.stream()
                .map(id -> "{\"id\":\"%s\",\"body\":\"Prices rose again at the market.\"}".formatted(id))
                .collect(Collectors.joining("\n"));

        Call call = Call.withInput(articles, "code");

        assertThat(call.exitCode()).isZero();
        assertThat(call.outLines().stream().map(CodeCommandTest::articleId)).containsExactlyElementsOf(ids);
    }

    @Test
    void shouldNameBadLinesAndGoOn() {
        Call call = Call.withInput(
                """
                {"id":"first","body":"A quiet day."}

                {"id":"broken","body":
                {"id":"third","publishedAt":"2020-13-45","body":"A quiet day."}
                {"id":"last","body":"A quiet day."}
                """,
                "code");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.outLines().stream().map(CodeCommandTest::articleId)).containsExactly("first", "last");
        assertThat(call.err()).contains("line 3: not JSON").contains("line 4: field \"publishedAt\"", "2020-09-29");
    }

    @Test
    void shouldRejectAnArticleWithoutTextAsOneLine() {
        Call call = Call.withInput("{\"id\":\"empty\",\"body\":\"<p> </p>\"}\n", "code");

        assertThat(call.exitCode()).isZero();
        assertThat(call.outLines()).singleElement().asString().contains("\"REJECTED\"", "EMPTY");
    }

    private static String articleId(String line) {
        try {
            return new ObjectMapper().readTree(line).path("articleId").textValue();
        } catch (java.io.IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
