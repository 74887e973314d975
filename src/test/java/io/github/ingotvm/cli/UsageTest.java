package io.github.ingotvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends CommandLineRig {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "help",
                "--version",
                "help clone",
                "list --help",
                "show --help",
                "create --help",
                "installed --help",
                "start --help",
                "stop --help",
                "kill --help",
                "restart --help",
                "pause --help",
                "resume --help",
                "snapshot --help",
                "snapshot take --help",
                "snapshot list --help",
                "snapshot revert --help",
                "snapshot rename --help",
                "snapshot delete --help",
                "golden --help",
                "golden promote --help",
                "golden list --help",
                "golden show --help",
                "golden demote --help",
                "golden verify --help",
                "golden restore --help",
                "golden name --help",
                "golden note --help",
                "golden current --help",
                "golden compare --help",
                "golden retire --help",
                "golden update --help",
                "golden reset --help",
                "golden undo --help",
                "clone --help",
                "rename --help",
                "set --help",
                "space --help",
                "compact --help",
                "run --help",
                "keep --help",
                "history --help",
                "tree --help",
                "detach --help",
                "delete --help",
                "download --help",
                "download list --help",
                "download files --help",
                "download remove --help",
                "check --help",
                "demo --help",
                "completion --help",
                "completion"
            })
    void helpNeedsNoHypervisor(String words) {
        assertThat(ingot(words.split(" ")).succeeds().out()).isNotBlank();
        assertThat(connections).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lst",
                "list --jso",
                "list more",
                "show",
                "create",
                "create x",
                "create x --iso a --import b",
                "create x --iso a --memory 2GB",
                "create x --iso a --memory -1",
                "create x --iso a --disk 0",
                "create x --iso a --disk 99999999999T",
                "create x --iso a --cpus two",
                "create x --iso a --firmware efi",
                "snapshot",
                "snapshot tak x",
                "snapshot take",
                "snapshot revert x",
                "golden promote x",
                "golden show x --version zero",
                "golden demote x --version 0",
                "golden current x zero",
                "golden restore x --from",
                "golden compare x 1",
                "golden note x 1",
                "golden update x --to zero",
                "golden update x --shut-down soon",
                "clone",
                "clone x --from a --version 1",
                "clone x --count many",
                "rename x",
                "delete",
                "start",
                "list --connect"
            })
    void whatCannotBeUnderstoodIsAUsageErrorOnOneLine(String words) {
        ingot(words.split(" ")).fails(ExitCode.USAGE, "--help`.");
        assertThat(connections).isEmpty();
    }

    @Test
    void aBadSizeIsNamed() {
        ingot("create", "x", "--iso", "a", "--memory", "2GB").fails(ExitCode.USAGE, "'2GB' is not a size");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        ingot("lst").fails(ExitCode.USAGE, "did you mean list?");
    }

    @Test
    void withoutACommandItOpensTheWindow() {
        ingot().succeeds();
        assertThat(windows).containsExactly("qemu:///session");
    }

    @Test
    void theConnectionIsThatOfTheOptionElseOfTheEnvironment() {
        environment.put("LIBVIRT_DEFAULT_URI", "qemu:///system");
        ingot("list").succeeds();
        environment.put("INGOT_CONNECT", "qemu+ssh://host/session");
        ingot("list").succeeds();
        ingot("--connect", "test:///default", "list").succeeds();
        ingot("list", "--connect=test:///default").succeeds();
        ingot("snapshot", "list", "nothing", "--connect=test:///default");
        assertThat(connections)
                .containsExactly(
                        "qemu:///system",
                        "qemu+ssh://host/session",
                        "test:///default",
                        "test:///default",
                        "test:///default");
    }

    @Test
    void theScriptOfCompletionKnowsTheCommands() {
        assertThat(ingot("completion").out()).contains("snapshot").contains("--firmware");
    }

    @Test
    void completionOffersTheNamesOfMachinesThatAShellCannotMisread() {
        assertThat(ingot("completion").out()).contains("$(ingot names 2>/dev/null)");
        machine("web-01");
        machine("$(reboot)");
        assertThat(ingot("names").out())
                .isEqualTo(find("$(reboot)").name() + "\nweb-01\n")
                .doesNotContain("$");
        assertThat(ingot("--help").out()).doesNotContain("names  ");
    }
}
