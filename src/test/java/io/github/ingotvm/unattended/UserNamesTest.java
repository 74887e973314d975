package io.github.ingotvm.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Question;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserNamesTest {
    @ParameterizedTest
    @CsvSource({
        "debian, games", "debian, operator", "debian, www-data", "debian, mysql", "debian, gdm", "debian, _jana",
        "ubuntu, games", "ubuntu, staff", "alpine, operator", "alpine, ftp", "alpine, games", "alpine, news",
        "alpine, audio", "fedora, games", "fedora, srv", "rocky, operator", "suse, man"
    })
    void aNameThatAnInstallerRefusesIsNamedBeforehand(String system, String user) {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> Methods.seed(Samples.plain().with(Question.USER, user), target(system)))
                .matches(e -> e.kind() == Kind.INVALID)
                .withMessageContaining("user name " + user)
                .withMessageMatching(".*(choose another one, as " + user + "1|begin it with a small letter)\\.");
    }

    @Test
    void whatOneInstallerRefusesAnotherTakes() {
        assertThat(Methods.seed(Samples.plain().with(Question.USER, "_jana"), Samples.ubuntu()))
                .isNotNull();
        assertThat(Methods.seed(Samples.plain().with(Question.USER, "mysql"), Samples.alpine()))
                .isNotNull();
    }

    /** As people are called, and as they call accounts. */
    @Test
    void ordinaryNamesAreTaken() {
        for (String user : List.of("jana", "user", "dev1", "a-b_c", "operator1")) {
            assertThat(Samples.all())
                    .allSatisfy(t -> assertThat(Methods.problems(
                                    t.distro(), t.osId(), Samples.plain().with(Question.USER, user)))
                            .as(user)
                            .isEmpty());
        }
    }

    private static Target target(String system) {
        return Stream.of(
                        Samples.debian(),
                        Samples.ubuntu(),
                        Samples.fedora(),
                        Samples.rocky(),
                        Samples.suse(),
                        Samples.alpine())
                .filter(t -> t.osId().contains(system))
                .findFirst()
                .orElseThrow();
    }
}
