package io.github.ingotvm.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ingotvm.hypervisor.DefinitionEdit;
import io.github.ingotvm.hypervisor.DefinitionEdit.Identity;
import io.github.ingotvm.hypervisor.DriveChanges;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.OnReboot;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.FileLook;
import io.github.ingotvm.model.GoldenSeries;
import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import io.github.ingotvm.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainEditorTest {
    private static final MachineId OTHER = MachineId.of("aaaaaaaa-2222-4333-8444-555555555555");
    private static final String GENID = "bbbbbbbb-2222-4333-8444-555555555555";
    private static final Mark MARK = new Mark(
            new Install(Install.State.INSTALLED, 2, 2, true),
            Optional.of("http://debian.org/debian/12"),
            GoldenSeries.NONE.promoted(new GoldenVersion(
                    2,
                    new SnapshotId("a.1"),
                    "new <things>\nin two lines",
                    "somebody",
                    Instant.parse("2026-11-23T06:00:00Z"),
                    List.of(new GoldenVersion.Seal(
                            "/pool/a.qcow2", 12345, FileLook.UNKNOWN.modified("17.5"), Optional.of("00ff"))))),
            Optional.empty(),
            Optional.empty(),
            Hold.NONE);

    private static Definition input(String name) {
        return new Definition(Golden.input(name));
    }

    private static String edited(String name, DefinitionEdit edit) {
        return DomainEditor.edit(input(name), edit).document();
    }

    @ParameterizedTest
    @ValueSource(strings = {"virt-manager", "boxes", "busy"})
    void changesNothingWhenNothingIsAskedFor(String name) {
        String once = edited(name, DefinitionEdit.NONE);

        assertThat(Xml.parse(once, "domain").isEqualNode(Xml.parse(Golden.input(name), "domain")))
                .isTrue();
    }

    @Test
    void makesAVirtManagerMachineACloneOfItself() {
        Golden.assertMatches(
                "edit-virt-manager-clone",
                edited(
                        "virt-manager",
                        DefinitionEdit.NONE
                                .identity(new Identity(OTHER, List.of("52:54:00:00:00:01"), GENID))
                                .name("clone-01")
                                .title("Clone „01“ <&>")
                                .disk("vda", "/pool/clone-01.qcow2")
                                .mark(MARK)
                                .withoutMedia()));
    }

    @Test
    void makesABoxesMachineLargerAndInstalled() {
        Golden.assertMatches(
                "edit-boxes-larger",
                edited(
                        "boxes",
                        DefinitionEdit.NONE
                                .title("")
                                .memory(8L << 30)
                                .cpus(6)
                                .onReboot(OnReboot.RESTART)
                                .nvram("/pool/fedora.fd")));
    }

    @Test
    void dropsWhatTwoMachinesCannotHaveAndKeepsTheRest() {
        Golden.assertMatches(
                "edit-busy-clone",
                edited(
                        "busy",
                        DefinitionEdit.NONE
                                .identity(new Identity(OTHER, List.of("52:54:00:00:00:01", "52:54:00:00:00:02"), GENID))
                                .name("busy-2")
                                .disk("vda", "/pool/x & y.qcow2")
                                .disk("vdb", "/pool/b.qcow2")
                                .disk("vdc", "/pool/c.qcow2")
                                .nvram("/pool/busy-2.fd")
                                .memory(2L << 30)
                                .cpus(1)
                                .mark(MARK)
                                .withoutMedia()));
    }

    @Test
    void sharesTheImageThatIsThereInItsOwnFormat() {
        DriveChanges same = DriveChanges.NONE.sharing(Map.of("vdb", "/dev/vg/busy"));
        DriveChanges other = DriveChanges.NONE.sharing(Map.of("vdb", "/pool/layer.qcow2"));

        assertThat(shared(same).format()).isEqualTo("raw");
        assertThat(shared(other).format()).isEqualTo("qcow2");
    }

    private static Disk shared(DriveChanges changes) {
        Definition edited = DomainEditor.edit(input("busy"), DefinitionEdit.NONE.drives(changes));
        Disk disk = DomainReader.of(edited, VolumePaths.NONE).hardware().disks().stream()
                .filter(d -> d.target().equals("vdb"))
                .findFirst()
                .orElseThrow();
        assertThat(disk.readOnly()).isTrue();
        assertThat(disk.source()).isEqualTo(Optional.ofNullable(changes.shared().get("vdb")));
        return disk;
    }

    @Test
    void replacesAMarkThatIsThere() {
        Definition marked = DomainEditor.edit(input("boxes"), DefinitionEdit.NONE.mark(MARK));

        Definition again = DomainEditor.edit(marked, DefinitionEdit.NONE.mark(Mark.NONE));

        assertThat(DomainReader.of(marked, VolumePaths.NONE).mark()).isEqualTo(MARK);
        assertThat(DomainReader.of(again, VolumePaths.NONE).mark()).isEqualTo(Mark.NONE);
        assertThat(again.document()).containsOnlyOnce("<ingot:machine").contains("gnome-boxes");
    }

    @Test
    void refusesADriveThatIsNotThere() {
        assertInvalid(() -> edited("boxes", DefinitionEdit.NONE.disk("vdz", "/x")));
    }

    @Test
    void refusesTheWrongNumberOfAddresses() {
        assertInvalid(() -> edited("busy", DefinitionEdit.NONE.identity(new Identity(OTHER, List.of(), GENID))));
    }

    @Test
    void refusesDocumentTypesAndEntities() {
        assertInvalid(() -> DomainEditor.edit(
                new Definition(
                        "<!DOCTYPE domain [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><domain><name>&x;</name></domain>"),
                DefinitionEdit.NONE));
    }

    @Test
    void makesTextFitForXml() {
        String title = "bell\u0007 null\u0000 lone\ud800 tab\t return\r end";

        Definition edited = DomainEditor.edit(input("boxes"), DefinitionEdit.NONE.title(title));

        assertThat(DomainReader.of(edited, VolumePaths.NONE).title())
                .isEqualTo("bell\ufffd null\ufffd lone\ufffd tab\t return\r end");
    }

    private static void assertInvalid(ThrowingCallable call) {
        assertThatExceptionOfType(HypervisorException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
    }
}
