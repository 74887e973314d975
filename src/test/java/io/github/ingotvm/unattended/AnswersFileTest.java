package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersFileTest {
    private static final Answers BEFORE =
            Answers.NONE.with(Question.USER, "before").with(Question.LOCALE, "de_DE");

    private static Answers parse(String text) {
        return AnswersFile.parse("answers.yaml", text, BEFORE);
    }

    @Test
    void whatTheFileSaysGoesBeforeWhatWasThere() {
        Answers answers = parse("""
                # who
                user: jana
                full-name: "Jana O'Neill"
                password: 0123 # a number to YAML
                keyboard: no
                auto-login: yes
                """);
        assertThat(answers.to(Question.USER)).isEqualTo("jana");
        assertThat(answers.to(Question.FULL_NAME)).isEqualTo("Jana O'Neill");
        assertThat(answers.to(Question.PASSWORD)).isEqualTo("0123");
        assertThat(answers.to(Question.KEYBOARD)).isEqualTo("no");
        assertThat(answers.to(Question.LOCALE)).isEqualTo("de_DE");
        assertThat(answers.autoLogin()).isTrue();
    }

    @Test
    void faultsAreToldWithKeyAndLine() {
        refuses("user: jana\nhost: x\n", "line 2", "\"host\"", "host-name");
        refuses("\n\nuser: Jana\n", "line 3", "user: ", "small letter");
        refuses("user: a\nuser: b\n", "line 2", "twice");
        refuses("user: [a, b]\n", "line 1", "user must be plain text");
        refuses("auto-login: perhaps\n", "line 1", "auto-login");
        refuses("user: root\n", "belongs to the system");
        refuses("- a\n- b\n", "one \"key: value\" a line");
        refuses("", "one \"key: value\" a line");
        refuses("user: &x jana\nfull-name: *y\n", "line 2", "not YAML");
        refuses("locale: deutsch\n", "line 1", "locale: ", "en_US");
    }

    @Test
    void aFaultNeverShowsThePassword() {
        for (String text : new String[] {
            "password: \"secret123\n",
            "password: secret123: x\n",
            "password: {secret123: 1}\n",
            "password: [secret123\n"
        }) {
            assertThatExceptionOfType(IngotException.class)
                    .isThrownBy(() -> parse(text))
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("secret123"));
        }
    }

    @Test
    void fileThatIsMissingOrNoTextIsRefused(@TempDir Path folder) throws Exception {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> AnswersFile.read(folder.resolve("none.yaml"), BEFORE))
                .withMessageContaining("There is no file");
        Path binary = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(IngotException.class).isThrownBy(() -> AnswersFile.read(binary, BEFORE));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[100_000]);
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> AnswersFile.read(large, BEFORE))
                .withMessageContaining("too large");
        Path good = Files.writeString(folder.resolve("a.yaml"), "user: jana\n");
        assertThat(AnswersFile.read(good, BEFORE).to(Question.USER)).isEqualTo("jana");
    }

    private static void refuses(String text, String... parts) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> parse(text))
                .satisfies(e ->
                        assertThat(e.getMessage()).startsWith("answers.yaml").contains(parts));
    }
}
