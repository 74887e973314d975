package io.github.ingotvm.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ingotvm.console.terminal.Key;
import io.github.ingotvm.console.terminal.Style;
import io.github.ingotvm.console.terminal.TerminalView;
import io.github.ingotvm.console.terminal.VirtualTerminal;
import io.github.ingotvm.service.machines.SerialPort;
import io.github.ingotvm.testkit.linux.LinuxShell;
import io.github.ingotvm.testkit.linux.SharedLinux;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Linux guest's login shell and its editor, on a terminal of ours. */
class SerialTerminalIT {
    private volatile Optional<SerialPort> port = Optional.empty();
    private final VirtualTerminal terminal = new VirtualTerminal(80, 24, answer -> port.ifPresent(p -> p.send(answer)));

    @BeforeEach
    void open() {
        SharedLinux linux = SharedLinux.get();
        port = Optional.of(linux.services().power().serial(linux.id(), terminal::feed));
        types("\rstty echo; . /etc/profile; clear\r");
        until("a fresh prompt", () -> row(0).endsWith("#") && row(1).isEmpty());
    }

    @AfterEach
    void close() {
        port.orElseThrow().close();
    }

    @Test
    void coloursEditingFullScreensAndSizes() {
        assertThat(style(row(0).indexOf("root"), 0)).as("the prompt").isEqualTo(new Style(2, Style.USUAL, Style.BOLD));

        types("mkdir /tmp/Ordner; ls --color=always /tmp\r");
        until("a listing", () -> rowWith("Ordner", 1) >= 0);
        assertThat(style(0, rowWith("Ordner", 1)).is(Style.BOLD))
                .as("folders are bold")
                .isTrue();

        types("clear\r");
        until("an empty screen", () -> row(0).endsWith("#") && row(1).isEmpty());
        types("echo Grüße €x");
        press(Key.LEFT);
        press(Key.BACKSPACE);
        types("漢\r");
        until("what was edited in the middle", () -> row(1).equals("Grüße 漢x"));

        vi();

        types("clear; seq 100\r");
        until("lines that scroll", () -> rowWith("100", 0) > 0);
        assertThat(terminal.look(50).rows().stream().map(TerminalView.Row::text))
                .contains("40");

        terminal.resize(100, 30);
        types("stty rows 30 cols 100; clear; stty size\r");
        until("the new size", () -> row(0).equals("30 100") || row(1).equals("30 100"));
        types("clear; for i in $(seq 95); do printf x; done; echo\r");
        until("a line of 95", () -> IntStream.range(0, 30).anyMatch(r -> row(r).equals("x".repeat(95))));
    }

    private void vi() {
        types("vi /tmp/note\r");
        until("an empty file", () -> row(5).equals("~"));
        types("ifirst line\rsecond line\rthird ü");
        until("three lines", () -> row(0).equals("first line") && row(2).startsWith("third"));
        press(Key.ESCAPE);
        until("the commands", () -> row(23).startsWith("-"));
        press(Key.UP);
        types("0dwx");
        until("the edited text", () -> row(1).equals("ine"));
        assertThat(terminal.look(0).cursorRow()).isEqualTo(1);
        types("u");
        until("one change taken back", () -> row(1).equals("line"));
        types(":wq\r");
        until("the shell again", () -> rowWith("#", 0) >= 0);
        types("clear; cat /tmp/note\r");
        until("the file", () -> row(0).equals("first line") && row(1).equals("line") && row(2).equals("third ü"));
    }

    private void types(String text) {
        port.orElseThrow().send(text.getBytes(StandardCharsets.UTF_8));
    }

    private void press(Key key) {
        port.orElseThrow().send(terminal.key(key, false, false, false));
    }

    private String row(int row) {
        List<TerminalView.Row> rows = terminal.look(0).rows();
        return row < rows.size() ? rows.get(row).text().strip() : "";
    }

    /** The first row with these words from a row on; -1 for none. */
    private int rowWith(String words, int from) {
        return IntStream.range(from, terminal.rows())
                .filter(r -> row(r).contains(words))
                .findFirst()
                .orElse(-1);
    }

    private Style style(int column, int row) {
        return terminal.look(0).rows().get(row).style(column);
    }

    private void until(String what, java.util.concurrent.Callable<Boolean> so) {
        try {
            await(what).atMost(LinuxShell.PATIENCE).until(so);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    what + " is not there:\n"
                            + String.join(
                                    "\n",
                                    terminal.look(0).rows().stream()
                                            .map(TerminalView.Row::text)
                                            .toList()),
                    e);
        }
    }
}
