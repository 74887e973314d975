package io.github.ingotvm.service.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingotvm.model.IngotException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Debian 12, debian-12",
        "Büro-PC, buro-pc",
        "  a//b  , a-b",
        "日本語, vm",
        "Ωmega, mega",
        "'<&>\"', vm",
        "web_01, web-01"
    })
    void slugsKeepWhatIsPlainInAName(String name, String slug) {
        assertThat(Names.slug(name)).isEqualTo(slug);
    }

    @Test
    void slugsAreAtMostFortyCharactersAndEndWithoutADash() {
        assertThat(Names.slug("a".repeat(39) + " " + "b".repeat(100))).isEqualTo("a".repeat(39));
    }

    @Test
    void plainNamesBecomeDomainNamesAsTheyAre() {
        assertThat(Names.domain("Web_01.example", Set.of())).isEqualTo("Web_01.example");
    }

    @Test
    void takenDomainNamesGetANumber() {
        assertThat(Names.domain("日本語", Set.of("vm", "vm-2"))).isEqualTo("vm-3");
    }

    @Test
    void namesKeepTheirScriptsSlashesAndQuotes() {
        String name = "QA / \"Ünïcode\" <&> '日本語' 🥇 العربية";
        assertThat(Names.checked("  " + name + " ", "clone")).isEqualTo(name);
    }

    @Test
    void namesOfTwoHundredCharactersAreFine() {
        assertThat(Names.checked("x".repeat(200), "clone")).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "bell\u0007", "half\ud83e", "\uffff"})
    void namesThatCannotBeWrittenAreRefused(String name) {
        assertThatThrownBy(() -> Names.checked(name, "snapshot"))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("name")
                .extracting(e -> ((IngotException) e).kind())
                .isEqualTo(IngotException.Kind.INVALID);
    }
}
