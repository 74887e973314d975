package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private long now = Long.MAX_VALUE - 5;
    private final Attention attention = new Attention(() -> now);

    @Test
    void lastsForASecondAfterTheLastInput() {
        attention.want();
        assertThat(attention.isOn()).isFalse();

        attention.rouse();
        now += TimeUnit.MILLISECONDS.toNanos(999);
        assertThat(attention.isOn()).as("though the clock has overflown").isTrue();

        attention.rouse();
        now += TimeUnit.MILLISECONDS.toNanos(999);
        assertThat(attention.isOn()).isTrue();

        now += TimeUnit.MILLISECONDS.toNanos(2);
        assertThat(attention.isOn()).isFalse();
    }

    @Test
    void isForThoseThatNeedIt() {
        attention.rouse();

        assertThat(attention.isOn()).isFalse();
    }
}
