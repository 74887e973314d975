package io.github.ingotvm.libvirt;

import com.sun.jna.ptr.LongByReference;
import io.github.ingotvm.hypervisor.Capability;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.HypervisorException;
import io.github.ingotvm.libvirt.xml.DomainCapabilities;
import io.github.ingotvm.libvirt.xml.HostCapabilities;
import io.github.ingotvm.libvirt.xml.HostDevices;
import io.github.ingotvm.model.Acceleration;
import io.github.ingotvm.model.IngotException.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.virNodeInfo;

final class LibvirtHost implements Host {
    private final Connection connection;
    private final Optional<String> wantedAcceleration;
    private final Optional<String> wantedNetwork;

    /** Asking libvirt for its emulator's capabilities may start that emulator; once for each connection is enough. */
    private final Map<Link, Map<Acceleration, HostDevices>> devices = new WeakHashMap<>();

    LibvirtHost(Connection connection, Map<String, String> environment) {
        this.connection = connection;
        this.wantedAcceleration = Optional.ofNullable(environment.get("INGOT_ACCEL"));
        this.wantedNetwork = Optional.ofNullable(environment.get("INGOT_NETWORK"));
    }

    @Override
    public Facts facts() {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            ConnectionPointer pointer = lease.get();
            virNodeInfo node = new virNodeInfo();
            Errors.check(Virt.X.virNodeGetInfo(pointer, node), "read the host");
            String arch = arch(pointer);
            boolean kvm = domainCapabilities(pointer, arch, Acceleration.KVM).isPresent();
            boolean local = connection.uri().isLocal();
            KvmRule.Choice choice = KvmRule.choose(kvm, arch, local, wantedAcceleration);
            return new Facts(
                    version(pointer),
                    arch,
                    node.cpus,
                    node.memory.longValue() * 1024,
                    choice.acceleration(),
                    choice.note(),
                    local,
                    capabilities(choice.acceleration(), local));
        }
    }

    /** What new machines may be given here. */
    HostDevices devices(Acceleration acceleration) {
        Link link = connection.link();
        synchronized (devices) {
            Map<Acceleration, HostDevices> known =
                    devices.computeIfAbsent(link, l -> new java.util.EnumMap<>(Acceleration.class));
            return known.computeIfAbsent(acceleration, this::askDevices);
        }
    }

    private HostDevices askDevices(Acceleration acceleration) {
        try (Handle<ConnectionPointer> lease = connection.lease()) {
            String arch = arch(lease.get());
            return domainCapabilities(lease.get(), arch, acceleration)
                    .map(capabilities -> capabilities.devices(emulatorVersion(lease.get()), bridge()))
                    .orElseThrow(() -> noEmulator(arch, acceleration));
        }
    }

    private Optional<String> bridge() {
        ConnectionUri uri = connection.uri();
        return uri.isLocal() && uri.isSession()
                ? BridgeRule.choose(Path.of("/"), wantedNetwork)
                : wantedNetwork.filter(name -> !name.equals(BridgeRule.USER));
    }

    private Set<Capability> capabilities(Acceleration acceleration, boolean local) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        HostDevices devices = devices(acceleration);
        if (devices.uefiLoader().isPresent()) {
            capabilities.add(Capability.UEFI);
        }
        if (devices.secureBoot()) {
            capabilities.add(Capability.SECURE_BOOT);
        }
        if (devices.tpm()) {
            capabilities.add(Capability.TPM);
        }
        if (acceleration == Acceleration.KVM) {
            capabilities.add(Capability.KVM);
        }
        if (local) {
            capabilities.add(Capability.PROTECT_LAYERS);
        }
        if (devices.bridge().isPresent()) {
            capabilities.add(Capability.BRIDGE);
        }
        return capabilities;
    }

    private static String arch(ConnectionPointer pointer) {
        CString xml = Errors.check(Virt.X.virConnectGetCapabilities(pointer), "read what the host can do");
        return HostCapabilities.arch(xml.toString());
    }

    private static Optional<DomainCapabilities> domainCapabilities(
            ConnectionPointer pointer, String arch, Acceleration acceleration) {
        String machine = arch.equals("x86_64") ? "q35" : "virt";
        String type = acceleration == Acceleration.KVM ? "kvm" : "qemu";
        CString xml = Virt.X.virConnectGetDomainCapabilities(pointer, null, arch, machine, type, 0);
        if (xml != null) {
            return Optional.of(DomainCapabilities.read(xml.toString()));
        }
        HypervisorException e = Errors.last("read what the emulator can do");
        if (e.kind() == Kind.DISCONNECTED) {
            throw e;
        }
        return Optional.empty();
    }

    private static HypervisorException noEmulator(String arch, Acceleration acceleration) {
        return acceleration == Acceleration.KVM
                ? new HypervisorException(
                        Kind.UNSUPPORTED, "This host offers no KVM; set INGOT_ACCEL=tcg to run machines in emulation.")
                : new HypervisorException(
                        Kind.UNSUPPORTED,
                        "There is no QEMU for " + arch
                                + " on the host; install it (on Debian and Ubuntu: qemu-system-x86, on Fedora: qemu-kvm).");
    }

    private static String version(ConnectionPointer pointer) {
        LongByReference library = new LongByReference();
        Virt.X.virConnectGetLibVersion(pointer, library);
        long emulator = emulatorVersion(pointer);
        String name = Virt.X.virConnectGetType(pointer);
        return "libvirt " + dotted(library.getValue()) + (emulator > 0 ? ", " + name + " " + dotted(emulator) : "");
    }

    /** 0 when it cannot be told. */
    private static long emulatorVersion(ConnectionPointer pointer) {
        LongByReference version = new LongByReference();
        return Virt.X.virConnectGetVersion(pointer, version) == 0 ? version.getValue() : 0;
    }

    private static String dotted(long version) {
        return version / 1_000_000 + "." + version / 1_000 % 1_000 + "." + version % 1_000;
    }
}
