package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void sizesAreShort() {
        assertThat(ByteSize.text(0)).isEqualTo("0 B");
        assertThat(ByteSize.text(200_704)).isEqualTo("196 KiB");
        assertThat(ByteSize.text(1536L << 20)).isEqualTo("1.5 GiB");
        assertThat(ByteSize.text(20L << 30)).isEqualTo("20 GiB");
        assertThat(ByteSize.text((1L << 30) - 1)).isEqualTo("1 GiB");
    }

    @Test
    void sizesAreReadStrictly() {
        ByteSize.Converter converter = new ByteSize.Converter();
        assertThat(converter.convert("2G").bytes()).isEqualTo(2L << 30);
        assertThat(converter.convert("512m").bytes()).isEqualTo(512L << 20);
        assertThat(converter.convert("20GiB").bytes()).isEqualTo(20L << 30);
        assertThat(converter.convert("4096").bytes()).isEqualTo(4096);
    }

    @Test
    void timesAreShort() {
        assertThat(Times.text(Duration.ofMillis(42))).isEqualTo("42 ms");
        assertThat(Times.text(Duration.ofMillis(3100))).isEqualTo("3.1 s");
        assertThat(Times.text(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }

    @Test
    void widthCountsWhatTheScreenShows() {
        assertThat(Width.of("web")).isEqualTo(3);
        assertThat(Width.of("世界")).isEqualTo(4);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("🥇")).isEqualTo(2);
        assertThat(Width.cut("世界世界", 5)).isEqualTo("世界…");
    }

    @Test
    void branchesOfATree() {
        assertThat(TreeLines.of(List.of(0, 1, 2, 1, 0))).containsExactly("", "├─ ", "│  └─ ", "└─ ", "");
    }
}
