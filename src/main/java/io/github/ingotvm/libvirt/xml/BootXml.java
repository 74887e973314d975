package io.github.ingotvm.libvirt.xml;

import static io.github.ingotvm.libvirt.xml.XmlWriter.escape;

import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.hypervisor.MachineSpec.Boot;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.KernelBoot;

/** What a new machine boots with. */
final class BootXml {
    private BootXml() {}

    static String os(Boot boot, String machine, HostDevices host) {
        boolean secure = boot.secureBoot();
        return """
                  <os%s>
                    <type arch='%s' machine='%s'>hvm</type>
                %s%s  </os>
                """.formatted(
                        secure ? " firmware='efi'" : "",
                        escape(host.arch()),
                        escape(machine),
                        secure ? secure(boot, host) : firmware(boot, host),
                        boot.kernel().map(BootXml::kernel).orElse(""));
    }

    private static String kernel(KernelBoot kernel) {
        return """
                    <kernel>%s</kernel>
                    <initrd>%s</initrd>
                    <cmdline>%s</cmdline>
                """.formatted(escape(kernel.kernel()), escape(kernel.initrd()), escape(kernel.commandLine()));
    }

    private static String firmware(Boot boot, HostDevices host) {
        if (boot.firmware() == Firmware.BIOS) {
            return "";
        }
        String loader = host.uefiLoader()
                .orElseThrow(() ->
                        lacking("UEFI firmware for machines; install it (package ovmf or edk2-ovmf) or choose BIOS."));
        String format = loader.endsWith(".qcow2") ? " format='qcow2'" : "";
        return """
                    <loader readonly='yes' type='pflash'%s>%s</loader>
                    <nvram%s>%s</nvram>
                """.formatted(format, escape(loader), format, escape(nvram(boot)));
    }

    /** libvirt picks the files: which firmware goes with which keys differs from distribution to distribution. */
    private static String secure(Boot boot, HostDevices host) {
        if (!host.secureBoot()) {
            throw lacking("firmware with Secure Boot; install it (package ovmf or edk2-ovmf) or do without.");
        }
        return """
                    <firmware>
                      <feature enabled='yes' name='enrolled-keys'/>
                      <feature enabled='yes' name='secure-boot'/>
                    </firmware>
                    <loader secure='yes'/>
                    <nvram>%s</nvram>
                """.formatted(escape(nvram(boot)));
    }

    private static String nvram(Boot boot) {
        return boot.nvram()
                .orElseThrow(
                        () -> Xml.invalid("A machine with UEFI needs a place for its firmware's variables.", null));
    }

    static String tpm(Boot boot, HostDevices host) {
        if (!boot.tpm()) {
            return "";
        }
        if (!host.tpm()) {
            throw lacking("TPM for machines; install it (package swtpm, and swtpm-tools) or do without.");
        }
        return """
                    <tpm model='%s'>
                      <backend type='emulator' version='2.0'/>
                    </tpm>
                """.formatted(host.arch().equals("x86_64") ? "tpm-crb" : "tpm-tis");
    }

    private static HypervisorException lacking(String what) {
        return new HypervisorException(Kind.UNSUPPORTED, "This host has no " + what);
    }
}
