package io.github.ingotvm.ui.create;

import atlantafx.base.controls.ToggleSwitch;
import io.github.ingotvm.service.install.HostView;
import io.github.ingotvm.service.install.InstallRequest;
import io.github.ingotvm.service.install.Proposal;
import io.github.ingotvm.ui.common.Fields;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** Secure Boot and the TPM: as the system asks for, and changeable where the host has them. */
final class SecurityBox extends VBox {
    private final ToggleSwitch secureBoot = Fields.toggle("Secure Boot: start only what is signed", false);
    private final ToggleSwitch tpm = Fields.toggle("TPM 2.0", false);
    private final FieldBox secureBootBox = new FieldBox(secureBoot);
    private final FieldBox tpmBox = new FieldBox(tpm);
    private boolean uefi;
    private boolean hostHasSecureBoot = true;
    private boolean hostHasTpm = true;
    private String system = "";
    private boolean asksForSecureBoot;
    private boolean asksForTpm;

    /** @param changed called whenever one was turned */
    SecurityBox(Runnable changed) {
        super(12);
        getChildren().addAll(secureBootBox, tpmBox);
        secureBoot.selectedProperty().addListener(o -> changed.run());
        tpm.selectedProperty().addListener(o -> changed.run());
        show();
    }

    /** For {@link SpecCheck} to speak at. */
    Map<SpecCheck.Field, FieldBox> boxes() {
        return Map.of(SpecCheck.Field.SECURE_BOOT, secureBootBox, SpecCheck.Field.TPM, tpmBox);
    }

    void know(HostView host) {
        hostHasSecureBoot = host.secureBoot();
        hostHasTpm = host.tpm();
        show();
    }

    void propose(Proposal proposal) {
        system = proposal.osName();
        asksForSecureBoot = proposal.secureBoot();
        asksForTpm = proposal.tpm();
        secureBoot.setSelected(proposal.secureBoot());
        tpm.setSelected(proposal.tpm());
        show();
    }

    void firmware(boolean nowUefi) {
        uefi = nowUefi;
        show();
    }

    private void show() {
        secureBoot.setDisable(!uefi || !hostHasSecureBoot);
        tpm.setDisable(!hostHasTpm);
        secureBootBox.hint(
                !hostHasSecureBoot
                        ? "This host has no firmware for it; install ovmf (Debian, Ubuntu) or edk2-ovmf (Fedora)."
                        : uefi ? "" : "Needs UEFI.");
        tpmBox.hint(
                hostHasTpm
                        ? "What it keeps is in no snapshot, and clones begin with an empty one."
                        : "This host has none for machines; install swtpm and swtpm-tools.");
    }

    Security chosen() {
        return new Security(
                uefi,
                uefi && hostHasSecureBoot && secureBoot.isSelected(),
                hostHasTpm && tpm.isSelected(),
                system,
                asksForSecureBoot,
                asksForTpm);
    }

    /** What to make; disabled means not. */
    InstallRequest.Extras extras(Optional<java.nio.file.Path> drivers) {
        Security chosen = chosen();
        return new InstallRequest.Extras(Optional.of(chosen.secureBoot()), Optional.of(chosen.tpm()), drivers);
    }
}
