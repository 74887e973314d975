package io.github.ingotvm.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextOnATerminalTest {
    @Test
    void linesFollowEachOtherAndLeaveAtTheTop() {
        Fed fed = Fed.with("1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7");

        assertThat(fed.shown()).isEqualTo("3\n4\n5\n6\n7");
        assertThat(fed.terminal.above()).isEqualTo(2);
        assertThat(fed.terminal.look(2).rows().get(0).text()).isEqualTo("1");
        assertThat(fed.terminal.look(99).first())
                .as("no further than there is text")
                .isZero();
    }

    @Test
    void aLongLineGoesOnInTheNextAndIsCopiedAsOne() {
        Fed fed = Fed.with("123456789012345678901234567890\r\nend");

        assertThat(fed.shown()).isEqualTo("12345678901234567890\n1234567890\nend");
        assertThat(fed.terminal.text(0, 0, 2, 20)).isEqualTo("123456789012345678901234567890\nend");
    }

    @Test
    void theLastColumnWaitsForTheNextCharacter() {
        Fed fed = Fed.with("12345678901234567890");
        assertThat(fed.cursor()).isEqualTo("0,19");

        assertThat(fed.and("\r\nx").shown()).as("no empty line between").isEqualTo("12345678901234567890\nx");
    }

    @Test
    void withoutWrappingTheLastColumnIsOverwritten() {
        assertThat(Fed.with("\033[?7l123456789012345678901234").shown()).isEqualTo("12345678901234567894");
    }

    @Test
    void utf8MayArriveInPieces() {
        Fed fed = new Fed();
        for (byte each : "Größe €漢😀".getBytes(StandardCharsets.UTF_8)) {
            fed.terminal.feed(new byte[] {each});
        }
        assertThat(fed.shown()).isEqualTo("Größe €漢😀");
        assertThat(fed.cursor()).as("wide ones take two places").isEqualTo("0,11");
    }

    @Test
    void whatIsNoUtf8IsMarked() {
        Fed fed = new Fed();
        fed.terminal.feed(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe2, (byte) 0x82, 'c', (byte) 0xc0, (byte) 0x80});

        assertThat(fed.shown()).isEqualTo("a\ufffdb\ufffdc\ufffd\ufffd");
    }

    @Test
    void anAccentJoinsTheLetterBeforeIt() {
        assertThat(Fed.with("e\u0301te\u0301").shown()).isEqualTo("été");
    }

    @Test
    void halfAWideCharacterIsNone() {
        assertThat(Fed.with("漢字\r\033[Cx").shown()).isEqualTo(" x字");
        assertThat(Fed.with("漢字\rx").shown()).isEqualTo("x 字");
        assertThat(Fed.with("1234567890123456789漢").shown()).isEqualTo("1234567890123456789\n漢");
    }

    @Test
    void tabsGoToEveryEighthColumn() {
        assertThat(Fed.with("a\tb\tc").row(0)).isEqualTo("a       b       c");
        assertThat(Fed.with("\t\t\t\tx").cursor()).isEqualTo("0,19");
        assertThat(Fed.with("\033[3g\033[6G\033H\r\tx\033[Z").cursor()).isEqualTo("0,5");
    }

    @Test
    void boxesAreDrawnInTheirOwnCharacterSet() {
        assertThat(Fed.with("\033(0lqk\033(B lqk \033)0\016x\017x").shown()).isEqualTo("┌─┐ lqk │x");
    }

    @Test
    void aSmallerScreenKeepsWhatIsAboveTheCursor() {
        Fed fed = Fed.with("1\r\n2\r\n3\r\n4\r\n5");
        fed.terminal.resize(30, 4);
        assertThat(fed.shown()).isEqualTo("2\n3\n4\n5");
        assertThat(fed.cursor()).isEqualTo("3,1");

        Fed empty = Fed.with("1\r\n");
        empty.terminal.resize(30, 4);
        assertThat(empty.shown()).isEqualTo("1");
        assertThat(empty.terminal.above()).isZero();
    }

    @Test
    void senselessSizesBecomeSensibleOnes() {
        Fed fed = Fed.with("abc");
        fed.terminal.resize(-5, 0);
        assertThat(fed.terminal.columns()).isEqualTo(VirtualTerminal.LEAST_COLUMNS);
        fed.terminal.resize(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(fed.shown()).isEqualTo("abc");
        assertThat(fed.terminal.columns()).isLessThan(1000);
    }

    @Test
    void theTextAboveIsLimited() {
        Fed fed = new Fed();
        for (int i = 0; i < Scrollback.MOST + 100; i++) {
            fed.and(i + "\r\n");
        }
        assertThat(fed.terminal.above()).isEqualTo(Scrollback.MOST);
        TerminalView oldest = fed.terminal.look(Integer.MAX_VALUE);
        assertThat(oldest.rows().get(0).text()).isEqualTo(Long.toString(oldest.first()));
        assertThat(fed.terminal.text(0, 0, oldest.first() + 1, 20))
                .isEqualTo(oldest.first() + "\n" + (oldest.first() + 1));
    }
}
