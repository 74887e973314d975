package io.github.ingotvm.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A guest may say anything: the terminal stays a terminal, in bounded time and memory. */
class HostileGuestTest {
    private static final long SEED = Long.getLong("ingot.seed", new Random().nextLong());
    private static final int ROUNDS = Integer.getInteger("ingot.rounds", 20_000);
    private static final String ENDS = "@ABCDEFGHIJKLMPSTXZ`abcdefghlmnrsuqpty";
    private static final String[] PIECES = {
        "\033[",
        "\033[?",
        "\033[>",
        "\033]",
        "\033P",
        "\033(0",
        "\033)0",
        "\033#8",
        "\033c",
        "\0337",
        "\0338",
        "\033D",
        "\033M",
        "\033E",
        "\033H",
        "\033[!p",
        "\033\\",
        "\007",
        "\r",
        "\n",
        "\t",
        "\b",
        "\016",
        "\017",
        "\030",
        "漢",
        "e\u0301",
        "\u0301",
        "😀",
        "text",
        "\ufeff",
        "\033[?1049h",
        "\033[?1049l",
        "\033[?6h",
        "\033[2;3r",
        "\033[4h"
    };

    @Test
    void randomSequencesNeverBreakIt() {
        Random random = new Random(SEED);
        VirtualTerminal terminal =
                new VirtualTerminal(80, 24, bytes -> assertThat(bytes).hasSizeLessThan(64));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] said = random.nextInt(4) == 0 ? noise(random) : sequences(random);
            try {
                terminal.feed(said);
                if (random.nextInt(20) == 0) {
                    terminal.resize(random.nextInt(200) - 10, random.nextInt(80) - 10);
                }
                if (random.nextInt(10) == 0) {
                    assertSound(terminal, random);
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", round " + round, e);
            }
        }
    }

    private static void assertSound(VirtualTerminal terminal, Random random) {
        TerminalView view = terminal.look(random.nextInt(100));
        assertThat(view.rows()).hasSize(terminal.rows());
        assertThat(view.cursorRow()).isBetween(-1, terminal.rows() - 1);
        assertThat(view.cursorColumn()).isBetween(0, terminal.columns() - 1);
        assertThat(terminal.above()).isLessThanOrEqualTo(Scrollback.MOST);
        for (TerminalView.Row row : view.rows()) {
            for (int column = 0; column < row.columns(); column++) {
                assertThat(Character.isValidCodePoint(row.codePoint(column))).isTrue();
                assertThat(row.style(column)).isNotNull();
            }
        }
        terminal.text(view.first(), random.nextInt(90), view.first() + random.nextInt(30), random.nextInt(90));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sequences(Random random) {
        StringBuilder said = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            said.append(PIECES[random.nextInt(PIECES.length)]);
            for (int p = random.nextInt(4); p > 0; p--) {
                said.append(random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(30));
                said.append(random.nextInt(5) == 0 ? ':' : ';');
            }
            said.append(ENDS.charAt(random.nextInt(ENDS.length())));
        }
        return said.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void giantNumbersAndEndlessSequencesCostNoMore() {
        Fed fed = new Fed();
        fed.and("\033[" + "9".repeat(1_000_000) + "C");
        assertThat(fed.cursor()).isEqualTo("0,19");
        fed.and("\033[" + "1;".repeat(500_000) + "m").and("\r\nstill here");
        fed.and("\033]0;" + "x".repeat(1_000_000))
                .and("\007")
                .and("\033P" + "y".repeat(1_000_000))
                .and("\033\\");
        fed.and("\033[" + " ".repeat(1_000_000) + "m");
        assertThat(fed.row(1)).isEqualTo("still here");
    }

    @Test
    void theWorstSequencesAreStillReadQuickly() {
        VirtualTerminal terminal = new VirtualTerminal(500, 300, bytes -> {});
        terminal.resize(500, 300);
        for (String worst :
                new String[] {"\033[9999S", "\033[9999T", "\033[9999L", "x\033[9999b", "\033[2J", "\033#8", "\t"}) {
            byte[] said = worst.repeat(1000).getBytes(StandardCharsets.UTF_8);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> terminal.feed(said), worst);
        }
    }
}
