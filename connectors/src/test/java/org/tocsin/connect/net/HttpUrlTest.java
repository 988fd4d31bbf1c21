package org.tocsin.connect.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org/a%20b?q=50%, https://example.org/a%20b?q=50%25",
        "' http://example.org/x|y ', http://example.org/x%7Cy",
        "https://bücher.example/straße#a#b, https://xn--bcher-kva.example/stra%C3%9Fe#a%23b"
    })
    void shouldEncodeWhatAUriMustNotHave(String written, String url) {
        assertThat(HttpUrl.parse(written)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, only http and https",
        "ftp://example.org/, only http and https",
        "example.org/feed, only http and https",
        "http:///feed, names no host",
        "https://user:secret@example.org/, user name or password"
    })
    void shouldRefuseWhatIsNoWebAddress(String written, String why) {
        assertThatThrownBy(() -> HttpUrl.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void shouldResolveLinksOnAPage() {
        URI page = HttpUrl.parse("https://example.org/news/index.xml");

        assertThat(HttpUrl.resolve(page, "../a b")).hasToString("https://example.org/a%20b");
        assertThatThrownBy(() -> HttpUrl.resolve(page, "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
