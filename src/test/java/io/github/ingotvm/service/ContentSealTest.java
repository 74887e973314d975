package io.github.ingotvm.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import io.github.ingotvm.service.golden.GoldenImages;
import io.github.ingotvm.service.layers.Contents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // Set before each test.
class ContentSealTest extends Workshop {
    private VirtualMachine vm;

    @BeforeEach
    void twoVersions() {
        vm = bigMachine("desk");
        for (String content : List.of("one", "two")) {
            edit(vm, "system", content);
            services().golden().promote(vm.id(), snapshot(vm, content).id(), "");
        }
    }

    private GoldenVersion version(int number) {
        return GoldenImages.require(now(vm.id()), number);
    }

    private void seal() {
        services().sealer().sealAll(Progress.NONE);
    }

    private String content(String path) {
        return Contents.of(fake.volumes(), path, Progress.NONE);
    }

    @Test
    void sealingNotesWhatAGuestSeesHoweverItIsKept() {
        assertThat(services().sealer().unsealed()).isPositive();
        seal();
        assertThat(services().sealer().unsealed()).isZero();
        assertThat(version(1).isContentSealed()).isTrue();
        assertThat(version(1).content("vda")).isNotEqualTo(version(2).content("vda"));
        assertThat(version(1).content("vdb"))
                .as("still empty")
                .isEqualTo(version(2).content("vdb"));

        VirtualMachine full = services()
                .cloner()
                .clone(new Cloner.Request(vm.id(), new From.Version(2), List.of("full"), true, false), Progress.NONE)
                .get(0);
        String flat = full.hardware().writableDisks().get(0).source().orElseThrow();
        assertThat(version(2).content("vda")).contains(content(flat));
        edit(full, "system", "other");
        assertThat(version(2).content("vda").orElseThrow()).isNotEqualTo(content(flat));
    }

    @Test
    void anExportBringsItsSealAlong() {
        seal();
        Path file = services().exporter().export(vm.id(), 2, folder.resolve("x.ova"), false, Progress.NONE);
        GoldenVersion exported = version(2);
        services().lifecycle().delete(vm.id()).commit();

        VirtualMachine image = services().importer().importGolden(file, Optional.empty(), Progress.NONE);

        assertThat(image.mark().golden().get(0).contents()).isEqualTo(exported.contents());
    }

    @Test
    void aSealWithoutItStaysValidAndGetsItWithTheNextVerification() {
        seal();
        VirtualMachine machine = now(vm.id());
        GoldenVersion old = version(2).with(java.util.Map.of());
        fake.machines()
                .setMark(vm.id(), machine.mark().with(machine.mark().series().replaced(old)));
        assertThat(version(2).isSealed()).isTrue();

        assertThat(services()
                        .verifier()
                        .verify(vm.id(), List.of(2), Progress.NONE)
                        .get(0)
                        .isIntact())
                .isTrue();
        assertThat(version(2).isContentSealed()).isTrue();
    }

    @Test
    void whatLooksChangedIsNotSealed() {
        foreign.touches(version(1).seals().get(0).path());
        seal();
        assertThat(version(1).contents()).isEmpty();
        assertThat(version(2).contents()).as("it stands on that file").isEmpty();
    }

    @Test
    void whatIsNotWhatWasSealedDoesNotLeave() {
        seal();
        foreign.writesUnseen(version(2).seals().get(0).path(), "system", "evil");
        refused(
                Kind.FAILED,
                "is not what was sealed",
                () -> services().exporter().export(vm.id(), 2, folder.resolve("x.ova"), false, Progress.NONE));
        assertThat(folder.resolve("x.ova")).doesNotExist();
    }
}
