package io.github.ingotvm.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the fuzzer has found: the inputs by which it first reached a part of the client, and those that broke it once. */
@Timeout(60)
class FuzzCorpusTest {
    @Test
    void playsAllThatTheFuzzerHasFound() throws IOException {
        List<byte[]> inputs = inputs();
        assertThat(inputs).hasSizeGreaterThan(100);
        for (int i = 0; i < inputs.size(); i++) {
            try {
                FuzzTarget.fuzzerTestOneInput(inputs.get(i));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("input in line " + (i + 1), e);
            }
        }
    }

    static List<byte[]> inputs() throws IOException {
        try (InputStream in = FuzzCorpusTest.class.getResourceAsStream("/fuzz/console.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Base64.getDecoder()::decode)
                    .toList();
        }
    }
}
