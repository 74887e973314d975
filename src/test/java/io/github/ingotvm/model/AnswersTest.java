package io.github.ingotvm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void whatWouldMeanSomethingElseToAnInstallerIsRefused() {
        refuses(Question.USER, "root", "Administrator", "jana; rm -rf /", "jana\n%post", "", "Jana", "-x");
        refuses(Question.FULL_NAME, "x\" --groups=wheel", "a:b", "a,b", "a\nb", "<b>");
        refuses(Question.PASSWORD, "", "a\nb", "a\0b", "x".repeat(200));
        refuses(Question.HOST_NAME, "", "-a", "a-", "a.b", "h\nrootpw x", "A", "x".repeat(64));
        refuses(Question.LOCALE, "", "C", "german", "de_DE.UTF-8 evil");
        refuses(Question.KEYBOARD, "", "us,de", "../x");
        refuses(Question.TIME_ZONE, "", "Europe/Berlin; x", "../etc/passwd", "Europe/Ber lin");
        refuses(Question.SSH_KEY, "ssh-rsa AAAA\nuser x", "no key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5' evil");
        refuses(Question.PRODUCT_KEY, "x", "AAAAA-BBBBB-CCCCC-DDDDD");
        refuses(
                Question.MIRROR,
                "deb.debian.org",
                "ftp://a/b",
                "http://a/b c",
                "http://u:p@a/b",
                "http://a/b\nd-i x",
                "http://a?b");
    }

    @Test
    void whatIsUsualIsTaken() {
        takes(Question.USER, "jana", "_x", "a-b_9");
        takes(Question.FULL_NAME, "", "Jana O'Neill", "山田 太郎");
        takes(Question.PASSWORD, "a", "ä\"'#%$\\ :");
        takes(Question.HOST_NAME, "a", "desk-1", "9");
        takes(Question.LOCALE, "en_US", "ast_ES");
        takes(Question.KEYBOARD, "us", "latam");
        takes(Question.TIME_ZONE, "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+3");
        takes(
                Question.SSH_KEY,
                "",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE5x",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQ== me@desk");
        takes(Question.PRODUCT_KEY, "", "AAAAA-BBBBB-CCCCC-DDDDD-EEEE1");
        takes(
                Question.MIRROR,
                "",
                "http://deb.debian.org/debian",
                "https://10.0.0.1:8080/",
                "http://mirror/pub/debian");
    }

    @Test
    void theFirstProblemIsTheOneThatIsTold() {
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(Answers.NONE::require)
                .withMessageContaining("user name");
        assertThat(Answers.NONE.problems())
                .containsKeys(Question.USER, Question.PASSWORD)
                .doesNotContainKeys(Question.SSH_KEY, Question.FULL_NAME);
    }

    private static void refuses(Question question, String... answers) {
        for (String answer : answers) {
            assertThat(question.problem(answer)).as(question + " " + answer).isPresent();
        }
    }

    private static void takes(Question question, String... answers) {
        for (String answer : answers) {
            assertThat(question.problem(answer)).as(question + " " + answer).isEmpty();
        }
    }
}
