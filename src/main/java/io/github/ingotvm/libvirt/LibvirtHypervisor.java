package io.github.ingotvm.libvirt;

import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Events;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.hypervisor.Screens;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.hypervisor.Volumes;
import java.util.Map;
import java.util.Optional;

/** The port on libvirt. Calls may be made from any thread; none may be made on a thread that must not wait. */
public final class LibvirtHypervisor implements Hypervisor {
    private final EventHub hub;
    private final Connection connection;
    private final Host host;
    private final Machines machines;
    private final Power power;
    private final Definitions definitions;
    private final Snapshots snapshots;
    private final Volumes volumes;
    private final Merging merging;
    private final Screens screens;
    private final Consoles consoles;

    private LibvirtHypervisor(EventHub hub, Connection connection, Map<String, String> environment) {
        this.hub = hub;
        this.connection = connection;
        Pools pools = new Pools(connection);
        MachineReader reader = new MachineReader(connection, pools);
        LibvirtHost libvirtHost = new LibvirtHost(connection, environment);
        this.host = libvirtHost;
        this.machines = new LibvirtMachines(connection, reader);
        this.power = new LibvirtPower(connection);
        this.definitions = new LibvirtDefinitions(libvirtHost, pools);
        this.snapshots = new LibvirtSnapshots(connection, hub, pools);
        LibvirtVolumes libvirtVolumes =
                new LibvirtVolumes(connection, pools, new OwnPool(connection, reader, environment));
        this.volumes = libvirtVolumes;
        this.merging = new LibvirtMerging(connection, libvirtHost, libvirtVolumes);
        this.screens = new LibvirtScreens(connection);
        this.consoles = new LibvirtConsoles(connection, Optional.empty());
    }

    /**
     * Connects, with this process's environment for the settings.
     *
     * @param uri a libvirt connection, as in {@code qemu:///session}
     * @throws io.github.ingotvm.hypervisor.HypervisorException {@code DISCONNECTED} when no libvirt answers or is installed,
     *     {@code DENIED} when it does not let us in
     */
    public static Hypervisor connect(String uri) {
        return connect(uri, System.getenv());
    }

    /**
     * Connects.
     *
     * @param environment where {@code INGOT_POOL_DIR} (folder of Ingot's own pool), {@code INGOT_ACCEL} ({@code kvm} or
     *     {@code tcg}), {@code INGOT_NETWORK} (a bridge, or {@code user}), {@code XDG_DATA_HOME} and {@code HOME} are looked up
     */
    public static Hypervisor connect(String uri, Map<String, String> environment) {
        EventHub hub = new EventHub();
        try {
            return new LibvirtHypervisor(hub, Connection.open(ConnectionUri.parse(uri), hub), environment);
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    @Override
    public String uri() {
        return connection.uri().text();
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Machines machines() {
        return machines;
    }

    @Override
    public Power power() {
        return power;
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public Merging merging() {
        return merging;
    }

    @Override
    public Events events() {
        return hub;
    }

    @Override
    public Screens screens() {
        return screens;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    @Override
    public void close() {
        connection.close();
        hub.close();
    }
}
