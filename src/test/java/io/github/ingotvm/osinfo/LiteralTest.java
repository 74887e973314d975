package io.github.ingotvm.osinfo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            Debian 12.\\d+ amd64 n;   Debian 12
            ^Debian 12\\.\\d+;        Debian 12.
            .*RHEL-9-([0-9]|1)-x;     RHEL-9-
            (J_)?CES?_X86FREV_;       _X86FREV_
            Ubuntu?;                  Ubunt
            ab*c;                     a
            ab{0,2};                  a
            \\d{6}x;                  x
            ab+c;                     ab
            ab+?;                     ab
            (?i)abc;                  ""
            one|two;                  ""
            x(one|t(w)o)y;            x
            [|(]yz;                   yz
            [)]a|b;                   ""
            []x]ab;                   ab
            a\\|b;                    a|b
            \\Qa.b\\E;                ""
            ab\\;                     ab
            (ab;                      ""
            """)
    void isWhatEveryMatchBeginsWith(String pattern, String literal) {
        assertThat(Literal.in(pattern.strip())).isEqualTo(literal);
    }

    @Test
    void noRuleOfTheBuiltInSystemsLosesAMatchByIt() {
        assertThat(OsLibrary.builtIn().all().stream()
                        .flatMap(os -> os.media().stream())
                        .map(m -> m.rule().volume()))
                .allSatisfy(
                        pattern -> assertThat(Example.of(pattern).orElseThrow()).contains(Literal.in(pattern)));
    }
}
