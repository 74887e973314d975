package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final Memo<String, Integer> memo = new Memo<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void readsADocumentOnceUntilItIsAnother() {
        assertThat(List.of(length("a", "one"), length("a", "one"), length("b", "one"), length("a", "other")))
                .containsExactly(3, 3, 3, 5);
        assertThat(read).containsExactly("one", "one", "other");
    }

    @Test
    void forgetsWhatIsNotKept() {
        length("a", "one");
        length("b", "two");

        memo.keep(List.of("b", "c"));
        length("a", "one");
        length("b", "two");

        assertThat(read).containsExactly("one", "two", "one");
    }

    private int length(String key, String document) {
        return memo.read(key, document, text -> {
            read.add(text);
            return text.length();
        });
    }
}
