package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAnswersTest {
    @TempDir
    Path root;

    private HostAnswers host(String login, Map<String, String> environment) {
        return new HostAnswers(root, root.resolve("home"), login, environment);
    }

    private void write(String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void asHereSoThere() throws Exception {
        write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\njana:x:1000:1000:Jana Meier,,,:/home/jana:/bin/bash\n");
        write("etc/default/keyboard", "# console\nXKBMODEL=\"pc105\"\nXKBLAYOUT=\"de,us\"\n");
        write("home/.ssh/id_ed25519.pub", Samples.KEY + "\n");
        HostAnswers host = host("jana", Map.of("LANG", "de_AT.UTF-8"));
        Answers answers = host.propose("Büro PC 2");
        assertThat(answers.to(Question.USER)).isEqualTo("jana");
        assertThat(answers.to(Question.FULL_NAME)).isEqualTo("Jana Meier");
        assertThat(answers.to(Question.HOST_NAME)).isEqualTo("buro-pc-2");
        assertThat(answers.to(Question.LOCALE)).isEqualTo("de_AT");
        assertThat(answers.to(Question.KEYBOARD)).isEqualTo("de");
        assertThat(host.sshKey()).contains(Samples.KEY);
    }

    @Test
    void whatIsProposedCanBeUsedWhateverThisComputerIsLike() {
        for (String login : new String[] {"root", "Jörg", "", "a.b", "jana"}) {
            Answers answers = host(login, Map.of("LANG", "C.UTF-8")).propose("山");
            assertThat(answers.with(Question.PASSWORD, "x").problems())
                    .as(login)
                    .isEmpty();
        }
        assertThat(host("root", Map.of()).propose("x").to(Question.USER)).isEqualTo("user");
        assertThat(host("root", Map.of()).propose("x").to(Question.FULL_NAME)).isEmpty();
        assertThat(host("root", Map.of()).sshKey()).isEmpty();
    }

    @Test
    void consoleKeymapServesWhereThereIsNoOtherFile() throws Exception {
        write("etc/vconsole.conf", "FONT=eurlatgr\nKEYMAP=fr\n");
        assertThat(host("x", Map.of()).propose("x").to(Question.KEYBOARD)).isEqualTo("fr");
    }
}
