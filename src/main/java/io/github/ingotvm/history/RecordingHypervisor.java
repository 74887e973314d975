package io.github.ingotvm.history;

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

/** A hypervisor whose changes are written down. Every operation of the services has its commit point here, whatever its name is. */
final class RecordingHypervisor implements Hypervisor {
    private final Hypervisor real;
    private final Recorder recorder;
    private final Machines machines;
    private final Power power;
    private final Snapshots snapshots;
    private final Volumes volumes;
    private final Merging merging;

    RecordingHypervisor(Hypervisor real, Recorder recorder) {
        this.real = real;
        this.recorder = recorder;
        Known known = new Known();
        this.machines = new RecordingMachines(real, recorder, known);
        this.power = new RecordingPower(real, recorder, known);
        this.snapshots = new RecordingSnapshots(real.snapshots(), recorder, known);
        this.volumes = new RecordingVolumes(real.volumes(), recorder);
        this.merging = new RecordingMerging(real.merging(), recorder, known);
    }

    @Override
    public String uri() {
        return real.uri();
    }

    @Override
    public Host host() {
        return real.host();
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
        return real.definitions();
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
        return real.events();
    }

    @Override
    public Screens screens() {
        return real.screens();
    }

    @Override
    public Consoles consoles() {
        return real.consoles();
    }

    @Override
    public void close() {
        recorder.close();
        real.close();
    }
}
