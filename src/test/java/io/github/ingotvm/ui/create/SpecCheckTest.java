package io.github.ingotvm.ui.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.Need;
import io.github.ingotvm.service.install.Unasked;
import io.github.ingotvm.ui.create.SpecCheck.Field;
import io.github.ingotvm.ui.create.SpecCheck.Remark;
import io.github.ingotvm.ui.create.SpecCheck.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecCheckTest {
    private static final long GIB = 1L << 30;
    private static final HostView HOST =
            new HostView("qemu:///session", "libvirt", 4, 16 * GIB, Acceleration.KVM, "", true, true, true, 100 * GIB);
    private static final SpecCheck CHECK = new SpecCheck(Optional.of(HOST), Set.of("web"));

    private static Typed typed(String name, long memory, int cpus, long disk) {
        return new Typed(name, OptionalLong.of(memory), cpus, OptionalLong.of(disk), Optional.empty());
    }

    private static String said(Map<Field, Remark> remarks, Field field) {
        return Optional.ofNullable(remarks.get(field)).map(Remark::sentence).orElse("");
    }

    @Test
    void hasNothingAgainstWhatFits() {
        assertThat(CHECK.of(typed("mail", 2 * GIB, 2, 20 * GIB))).isEmpty();
    }

    @Test
    void saysAtEachFieldWhatWouldBeRight() {
        Map<Field, Remark> remarks = CHECK.of(typed(" web ", 32 * GIB, 0, 0));
        assertThat(remarks).containsOnlyKeys(Field.NAME, Field.MEMORY, Field.CPUS, Field.DISK);
        assertThat(remarks.values()).allMatch(Remark::blocks);
        assertThat(said(remarks, Field.NAME)).contains("“web”", "choose another name");
        assertThat(said(remarks, Field.MEMORY)).isEqualTo("This host has 16 GiB; choose less.");
        assertThat(said(remarks, Field.CPUS)).contains("from 1 to");
        assertThat(said(remarks, Field.DISK)).contains("from 1 MiB to 64 TiB");
    }

    @Test
    void warnsOfWhatIsPossibleAndUnwise() {
        Map<Field, Remark> remarks = CHECK.of(typed("mail", GIB, 8, 200 * GIB));
        assertThat(remarks).containsOnlyKeys(Field.CPUS, Field.DISK);
        assertThat(remarks.values()).noneMatch(Remark::blocks);
        assertThat(said(remarks, Field.DISK)).contains("100 GiB are free");
    }

    @Test
    void warnsWhenTheSystemAsksForWhatIsTurnedOff() {
        Security off = new Security(true, false, false, "Windows 11", true, true);
        Typed typed = new Typed(
                "mail",
                OptionalLong.of(GIB),
                1,
                OptionalLong.of(20 * GIB),
                Optional.empty(),
                off,
                List.of(),
                Optional.empty());
        Map<Field, Remark> remarks = CHECK.of(typed);
        assertThat(remarks).containsOnlyKeys(Field.SECURE_BOOT, Field.TPM);
        assertThat(remarks.values()).noneMatch(Remark::blocks);
        assertThat(said(remarks, Field.TPM)).isEqualTo("Windows 11 asks for it; its installer may refuse without.");
    }

    @Test
    void saysWhereAnInstallerThatShallNotAskWouldAsk() {
        Optional<Unasked> debian = Optional.of(new Unasked(8 * GIB, 9 * GIB, true));
        Security secure = new Security(true, true, false, "Debian", false, false);
        Map<Field, Remark> remarks = CHECK.of(unasked(8 * GIB, secure, debian));
        assertThat(remarks).containsOnlyKeys(Field.DISK, Field.SECURE_BOOT);
        assertThat(remarks.values()).allMatch(Remark::blocks);
        assertThat(said(remarks, Field.DISK)).contains("9 GiB or more; make the disk larger");
        assertThat(said(remarks, Field.SECURE_BOOT)).contains("do without one of them");

        assertThat(CHECK.of(unasked(8 * GIB, Security.NONE, debian))).isEmpty();
        assertThat(CHECK.of(unasked(2 * GIB, secure, Optional.empty()))).isEmpty();
    }

    private static Typed unasked(long disk, Security security, Optional<Unasked> unasked) {
        return new Typed(
                "mail", OptionalLong.of(GIB), 1, OptionalLong.of(disk), Optional.empty(), security, List.of(), unasked);
    }

    @Test
    void theWorstOfTheDataDisksIsSaid() {
        List<OptionalLong> disks = List.of(OptionalLong.of(GIB), OptionalLong.of(200 * GIB));
        assertThat(said(CHECK.of(withData(disks)), Field.DATA_DISKS)).contains("100 GiB are free");
        List<OptionalLong> none = List.of(OptionalLong.of(200 * GIB), OptionalLong.empty());
        assertThat(CHECK.of(withData(none)).values()).allMatch(Remark::blocks);
        assertThat(CHECK.of(withData(List.of(OptionalLong.of(GIB))))).isEmpty();
    }

    private static Typed withData(List<OptionalLong> disks) {
        OptionalLong size = OptionalLong.of(GIB);
        return new Typed("mail", size, 1, size, Optional.empty(), Security.NONE, disks, Optional.empty());
    }

    @Test
    void asksForASizeWhereNoneWasWritten() {
        Typed nonsense = new Typed("mail", OptionalLong.empty(), 1, OptionalLong.empty(), Optional.empty());
        assertThat(CHECK.of(nonsense)).containsOnlyKeys(Field.MEMORY, Field.DISK);
    }

    private static Typed image(Need need) {
        return new Typed("mail", OptionalLong.of(GIB), 1, OptionalLong.empty(), Optional.of(need));
    }

    @Test
    void needsRoomForTheCopyOfAnImage() {
        assertThat(CHECK.of(image(Need.exactly(GIB)))).isEmpty();
        Map<Field, Remark> large = CHECK.of(image(Need.exactly(101 * GIB)));
        assertThat(large).containsOnlyKeys(Field.DISK);
        assertThat(large.values()).allMatch(Remark::blocks);
    }

    @Test
    void onlyWarnsWhereNobodyKnowsYetWhatAnImageTakes() {
        Map<Field, Remark> sparse = CHECK.of(image(Need.upTo(101 * GIB)));
        assertThat(sparse.values()).noneMatch(Remark::blocks);
        assertThat(said(sparse, Field.DISK)).contains("up to 101 GiB", "100 GiB are free", "when it is read");
        assertThat(CHECK.of(image(Need.upTo(99 * GIB)))).isEmpty();
        assertThat(CHECK.of(image(new Need(0, OptionalLong.empty())))).isEmpty();
    }

    @Test
    void judgesWhatItCanBeforeTheHostIsKnown() {
        SpecCheck early = new SpecCheck(Optional.empty(), Set.of());
        assertThat(early.of(typed("mail", 999 * GIB, 99, 999 * GIB))).isEmpty();
        assertThat(early.of(typed("", GIB, 1, GIB))).containsOnlyKeys(Field.NAME);
    }
}
