package io.github.ingotvm.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://a/b",
                "jar:http://a!/b",
                "https:///b",
                "http:a",
                "https://u:p@a/b",
                "https://a b/"
            })
    void refusesWhatIsNoFileOfAWebServer(String address) {
        assertThatThrownBy(() -> Addresses.parse(address)).isInstanceOf(io.github.ingotvm.model.IngotException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/x, https://b/y, https://b/y",
        "https://a/x, /y, https://a/y",
        "http://a/x, https://b/y, https://b/y",
        "http://a/x, http://a/y, http://a/y"
    })
    void followsRedirectsThatGiveUpNothing(URI from, String to, URI expected) {
        assertThat(Addresses.redirected(from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/x, http://a/x",
        "https://a/x, //b:80:80/x",
        "http://a/x, http://b/x",
        "https://a/x, file:///etc/passwd",
        "https://a/x, ftp://a/x"
    })
    void refusesRedirectsThatGiveUpEncryption(URI from, String to) {
        assertThatThrownBy(() -> Addresses.redirected(from, to))
                .isInstanceOf(io.github.ingotvm.model.IngotException.class);
    }

    @Test
    void knowsWherePublishersPutWhatIsOld() {
        assertThat(Addresses.moved(URI.create("https://cdimage.debian.org/cdimage/release/11.5.0/amd64/iso-cd/a.iso")))
                .contains(URI.create("https://cdimage.debian.org/cdimage/archive/11.5.0/amd64/iso-cd/a.iso"));
        assertThat(Addresses.moved(URI.create("https://example.org/a.iso"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/b/c.iso, c.iso",
        "https://a/b/, download",
        "https://a, download",
        "https://a/b/..%2f..%2fetc%2fpasswd, passwd",
        "https://a/b/.., download",
        "https://a/b/.bashrc, bashrc",
        "https://a/b/a%0ab%1b%5b31m.iso, a_b__31m.iso",
        "https://a/b/-rf, rf"
    })
    void namesFilesSoThatTheyCanDoNoHarm(URI uri, String name) {
        assertThat(FileNames.of(uri)).isEqualTo(name);
    }
}
