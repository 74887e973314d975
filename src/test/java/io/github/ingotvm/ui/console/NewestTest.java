package io.github.ingotvm.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NewestTest {
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final List<Integer> heard = new ArrayList<>();
    private final Newest<Integer> newest = new Newest<>(thread::add, heard::add);

    @Test
    void aFloodLeavesOnePieceWaiting() {
        for (int i = 0; i < 100_000; i++) {
            newest.tell(i);
        }

        assertThat(thread).hasSize(1);
        thread.remove().run();
        assertThat(heard).containsExactly(99_999);
    }

    @Test
    void whatComesAfterItWasHeardIsHeardToo() {
        newest.tell(1);
        thread.remove().run();
        newest.tell(2);
        thread.remove().run();

        assertThat(heard).containsExactly(1, 2);
    }
}
