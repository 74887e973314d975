package io.github.ingotvm.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlSequencesTest {
    private static final String FIVE = "aaaa\r\nbbbb\r\ncccc\r\ndddd\r\neeee";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3;4H|2,3",
                "[H|0,0",
                "[;4H|0,3",
                "[99;99H|4,19",
                "[0;0H|0,0",
                "[3;3f|2,2",
                "[2;2H~[A|0,1",
                "[2;2H~[9A|0,1",
                "[2;2H~[2B|3,1",
                "[2;2H~[9B|4,1",
                "[2;2H~[3C|1,4",
                "[2;2H~[9D|1,0",
                "[2;2H~[E|2,0",
                "[2;2H~[F|0,0",
                "[2;2H~[7G|1,6",
                "[2;2H~[4d|3,1",
                "[2;2H~[2e|3,1",
                "[2;2H~[2a|1,3",
                "[2;2H~7~[5;5H~8|1,1",
                "[2;2H~[s~[5;5H~[u|1,1",
                "[2;4r~[?6h~[1;1H|1,0",
                "[2;4r~[?6h~[9;1H|3,0",
                "[3;3H~D|3,2",
                "[3;3H~M|1,2",
                "[3;3H~E|3,0",
                "[2;4r~[4;2H~[9B|3,1",
                "[2;4r~[2;2H~[9A|1,1"
            })
    void movesTheCursor(String sequences, String place) {
        assertThat(Fed.with("\033" + sequences.replace('~', '\033')).cursor()).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[3;2H~[J|aaaa/bbbb/c",
                "[3;2H~[1J|//  cc/dddd/eeee",
                "[3;2H~[2J|",
                "[3;2H~[K|aaaa/bbbb/c/dddd/eeee",
                "[3;2H~[1K|aaaa/bbbb/  cc/dddd/eeee",
                "[3;2H~[2K|aaaa/bbbb//dddd/eeee",
                "[3;2H~[2X|aaaa/bbbb/c  c/dddd/eeee",
                "[3;2H~[2P|aaaa/bbbb/cc/dddd/eeee",
                "[3;2H~[2@|aaaa/bbbb/c  ccc/dddd/eeee",
                "[3;2H~[9999@|aaaa/bbbb/c/dddd/eeee",
                "[2;1H~[2L|aaaa///bbbb/cccc",
                "[2;1H~[2M|aaaa/dddd/eeee",
                "[2;4r~[2;1H~[M|aaaa/cccc/dddd//eeee",
                "[2;4r~[2;1H~M|aaaa//bbbb/cccc/eeee",
                "[2;4r~[4;1H~D|aaaa/cccc/dddd//eeee",
                "[2S|cccc/dddd/eeee",
                "[9999S|",
                "[2T|//aaaa/bbbb/cccc",
                "[1;1H~[4hxy~[4l|xyaaaa/bbbb/cccc/dddd/eeee",
                "[1;1Hx~[3b|xxxx/bbbb/cccc/dddd/eeee"
            })
    void changesWhatIsShown(String sequences, String rows) {
        Fed fed = Fed.with(FIVE).and("\033" + sequences.replace('~', '\033'));
        assertThat(fed.shown().replace("\n", "/").replaceAll("/*$", "")).isEqualTo(rows == null ? "" : rows);
    }

    @Test
    void aScrollingRegionKeepsTheRestAndFillsNoScrollback() {
        Fed fed = Fed.with(FIVE).and("\033[2;4r\033[4;1H\r\n\r\n\r\nz");

        assertThat(fed.shown()).isEqualTo("aaaa\n\n\nz\neeee");
        assertThat(fed.terminal.above()).isZero();
    }

    @Test
    void aProgramWithTheWholeScreenLeavesWhatWasThere() {
        Fed fed = Fed.with("shell$ vi").and("\033[?1049h\033[H~\r\n~");
        assertThat(fed.shown()).isEqualTo("~\n~");
        assertThat(fed.terminal.above()).isZero();

        fed.and("\033[?1049l");
        assertThat(fed.shown()).isEqualTo("shell$ vi");
        assertThat(fed.cursor()).isEqualTo("0,9");
    }

    @Test
    void hidesAndShowsTheCursor() {
        assertThat(Fed.with("\033[?25l").terminal.look(0).cursorRow()).isEqualTo(-1);
        assertThat(Fed.with("\033[?25l\033[?25h").terminal.look(0).cursorRow()).isZero();
    }

    @Test
    void saysWhatItIsAndWhereTheCursorIs() {
        assertThat(Fed.with("\033[c\033[3;7H\033[6n\033[5n\033[>c\033Z").answers())
                .isEqualTo("\033[?6c\033[3;7R\033[0n\033[>0;0;0c\033[?6c");
    }

    @Test
    void givesNothingBackThatTheGuestSaid() {
        assertThat(Fed.with("\033]0;rm -rf\007\033[21t\033]52;c;?\007\033P$qm\033\\\033[18t")
                        .answers())
                .isEmpty();
    }

    @Test
    void readsPastStringsHoweverTheyEnd() {
        assertThat(Fed.with("a\033]0;title\007b\033]2;title\033\\c\033Pq#0;2\033\\d\033_x\033\\e\033^y\030f")
                        .shown())
                .isEqualTo("abcdef");
        assertThat(Fed.with("a\033]Rb\033]P1ff0000c").shown())
                .as("Linux's own, without an end")
                .isEqualTo("abc");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(Fed.with("a\033[=1hb\033[?9999hc\033[1;2yd\033%Ge\033#3f\033[ qg\033[1$zh")
                        .shown())
                .isEqualTo("abcdefgh");
    }

    @Test
    void aSequenceMayBeCutShortByAnotherOrCancelled() {
        assertThat(Fed.with("a\033[3\033[2Cb").shown()).isEqualTo("a  b");
        assertThat(Fed.with("a\033[3\030b").shown()).isEqualTo("ab");
        assertThat(Fed.with("a\033[2\rCb").shown())
                .as("controls within work at once")
                .isEqualTo("a b");
    }

    @Test
    void resetsToWhatItWas() {
        Fed fed = Fed.with("x\033[31m\033[?7l\033[2;3r\033[?1h\033(0\033[?1049h\033[4h")
                .and("\033cq");
        assertThat(fed.shown()).isEqualTo("q");
        assertThat(fed.style(0, 0)).isEqualTo(Style.PLAIN);
        assertThat(fed.terminal.key(Key.UP, false, false, false)).asString().isEqualTo("\033[A");
    }

    @Test
    void ringsTheBell() {
        assertThat(Fed.with("\007a\007").terminal.bells()).isEqualTo(2);
    }
}
