package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.fake.Stumbling;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Finding;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.Snapshot;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.names.NamePattern;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clones at once, with the helpers' threads at work. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ManyClonesTest extends Workshop {
    private static final List<String> NAMES = NamePattern.expand("web-{01..40}", 1);

    private VirtualMachine golden;
    private Snapshot tuned;

    @BeforeEach
    void aGoldenImageOfAMachineWithTwoDisksAndFirmwareVariables() {
        golden = bigMachine("golden");
        edit(golden, "a", "golden");
        tuned = snapshot(golden, "Tuned");
        services().golden().promote(golden.id(), tuned.id(), "");
    }

    @Test
    void areMadeInTheOrderOfTheirNamesEachOnItsOwnFiles() {
        List<VirtualMachine> clones = clone(fake, NAMES, Progress.NONE);

        assertThat(clones).extracting(VirtualMachine::displayName).isEqualTo(NAMES);
        assertThat(clones)
                .allSatisfy(c -> assertThat(disk(c)).containsEntry("a", "golden"))
                .flatExtracting(c -> c.hardware().writableDisks())
                .doesNotHaveDuplicates();
        assertThat(clones).extracting(c -> c.hardware().nvram()).doesNotHaveDuplicates();
        assertThat(services().doctor().check()).isEmpty();
    }

    @Test
    void areAllGoneWhenAnyStepOfOneFails() {
        for (int step : new int[] {1, 2, 3, 10, 50, 121, 160}) {
            Stumbling stumbling = new Stumbling(step, new FakeHypervisor(fake.state()));

            refused(Kind.FAILED, "failed", () -> clone(stumbling.hypervisor(), NAMES, Progress.NONE));

            assertThat(stumbling.failed()).isPresent();
            assertNothingIsLeft();
        }
    }

    @Test
    void areAllGoneWhenCancelledOnTheWay() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String doing) {}

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 30;
            }
        };

        refused(Kind.CANCELLED, "Cancelled", () -> clone(fake, NAMES, impatient));

        assertNothingIsLeft();
    }

    @Test
    void areAllGoneWhenANameTurnsOutToBeTaken() {
        refused(Kind.EXISTS, "golden", () -> clone(fake, List.of("a", "b", "golden"), Progress.NONE));

        assertNothingIsLeft();
    }

    private List<VirtualMachine> clone(Hypervisor hypervisor, List<String> names, Progress progress) {
        Services threaded = Services.on(hypervisor, folder);
        return threaded.cloner()
                .clone(new Cloner.Request(golden.id(), new From.Golden(), names, false, false), progress);
    }

    private void assertNothingIsLeft() {
        assertThat(services().inventory().machines())
                .extracting(VirtualMachine::id)
                .containsExactly(golden.id());
        assertThat(services().doctor().check())
                .filteredOn(f -> f.kind() == Finding.Kind.UNREFERENCED)
                .isEmpty();
    }
}
