package org.tocsin.connect.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class TextDecodingTest {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");

    @Test
    void shouldBelieveValidUtf8MoreThanAnyDeclaration() {
        assertThat(decode("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".getBytes(UTF_8), "charset=ascii"))
                .contains("<a>é</a>");
    }

    @Test
    void shouldBelieveTheDocumentMoreThanTheServer() {
        byte[] bytes = "<?xml version='1.0' encoding='windows-1251'?><a>Киев</a>".getBytes(WINDOWS_1251);
        assertThat(decode(bytes, "text/xml; charset=iso-8859-1")).contains("Киев");
    }

    @Test
    void shouldBelieveTheServerWhereTheDocumentSaysNothing() {
        assertThat(decode("<html>東京</html>".getBytes(SHIFT_JIS), "text/html; charset=Shift_JIS"))
                .contains("東京");
    }

    @Test
    void shouldReadTheDeclarationsOfPages() {
        byte[] bytes = "<html><meta http-equiv=x content='text/html; charset=windows-1251'>Киев".getBytes(WINDOWS_1251);
        assertThat(decode(bytes, "text/html")).contains("Киев");
    }

    @Test
    void shouldReadByteOrderMarks() {
        assertThat(decode("\ufeffé".getBytes(UTF_16LE), "charset=utf-8")).isEqualTo("é");
        assertThat(decode("\ufeffé".getBytes(UTF_8), "")).isEqualTo("é");
    }

    @Test
    void shouldTakeWindows1252AsTheLastResort() {
        assertThat(decode(new byte[] {(byte) 0x93, 'a', (byte) 0x94}, "text/xml; charset=utf-8"))
                .isEqualTo("“a”");
        assertThat(decode(new byte[] {(byte) 0xe9}, "charset=no-such-charset")).isEqualTo("é");
    }

    private static String decode(byte[] bytes, String contentType) {
        return TextDecoding.decode(bytes, contentType);
    }
}
