package io.github.ingotvm.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.Acceleration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KvmRuleTest {
    @Test
    void emulatesAndSaysSoWhereLibvirtOffersNoKvm() {
        KvmRule.Choice choice = KvmRule.choose(false, "x86_64", true, Optional.empty());

        assertThat(choice.acceleration()).isEqualTo(Acceleration.TCG);
        assertThat(choice.note()).contains("KVM is not available");
    }

    @Test
    void trustsTheOfferOfOtherArchitecturesAndOtherHosts() {
        assertThat(KvmRule.choose(true, "aarch64", true, Optional.empty()).acceleration())
                .isEqualTo(Acceleration.KVM);
        assertThat(KvmRule.choose(true, "x86_64", false, Optional.empty()).acceleration())
                .isEqualTo(Acceleration.KVM);
    }

    @Test
    void doesWhatTheUserWants() {
        assertThat(KvmRule.choose(true, "aarch64", true, Optional.of("tcg")).acceleration())
                .isEqualTo(Acceleration.TCG);
        assertThat(KvmRule.choose(false, "x86_64", true, Optional.of("KVM")).acceleration())
                .isEqualTo(Acceleration.KVM);
        assertThat(KvmRule.choose(false, "x86_64", true, Optional.of("warp")).acceleration())
                .isEqualTo(Acceleration.TCG);
    }
}
