package io.github.ingotvm.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final Fed fed = new Fed();

    private String key(Key key, String modifiers) {
        byte[] bytes = fed.terminal.key(key, modifiers.contains("s"), modifiers.contains("a"), modifiers.contains("c"));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String paste(String text) {
        return new String(fed.terminal.paste(text), StandardCharsets.UTF_8);
    }

    @Test
    void arrowsFollowTheGuestsWish() {
        assertThat(key(Key.UP, "")).isEqualTo("\033[A");
        fed.and("\033[?1h");
        assertThat(key(Key.UP, "")).isEqualTo("\033OA");
        assertThat(key(Key.LEFT, "c")).isEqualTo("\033[1;5D");
        assertThat(key(Key.HOME, "s")).isEqualTo("\033[1;2H");
    }

    @Test
    void functionAndEditingKeys() {
        assertThat(key(Key.F1, "")).isEqualTo("\033OP");
        assertThat(key(Key.F4, "s")).isEqualTo("\033[1;2S");
        assertThat(key(Key.F5, "")).isEqualTo("\033[15~");
        assertThat(key(Key.F12, "c")).isEqualTo("\033[24;5~");
        assertThat(key(Key.DELETE, "")).isEqualTo("\033[3~");
        assertThat(key(Key.PAGE_DOWN, "a")).isEqualTo("\033[6;3~");
    }

    @Test
    void plainOnes() {
        assertThat(key(Key.ENTER, "")).isEqualTo("\r");
        assertThat(key(Key.BACKSPACE, "")).isEqualTo("\177");
        assertThat(key(Key.BACKSPACE, "a")).isEqualTo("\033\177");
        assertThat(key(Key.TAB, "")).isEqualTo("\t");
        assertThat(key(Key.TAB, "s")).isEqualTo("\033[Z");
        assertThat(key(Key.ESCAPE, "")).isEqualTo("\033");
        fed.and("\033[20h");
        assertThat(key(Key.ENTER, "")).isEqualTo("\r\n");
    }

    @Test
    void pastedTextCannotPressKeys() {
        assertThat(paste("ls\r\necho Größe\n")).isEqualTo("ls\recho Größe\r");
        assertThat(paste("a\033[201~\003b\u009b")).isEqualTo("a[201~b");
        fed.and("\033[?2004h");
        assertThat(paste("a\nb")).isEqualTo("\033[200~a\rb\033[201~");
    }
}
