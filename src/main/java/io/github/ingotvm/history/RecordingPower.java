package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.model.Definition;
import io.github.ingotvm.model.Hold;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.MachineId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Power whose use is written down. That a guest stands still for the length of a snapshot is not. */
final class RecordingPower implements Power {
    private final Power real;
    private final Definitions definitions;
    private final Recorder recorder;
    private final Known known;

    RecordingPower(Hypervisor real, Recorder recorder, Known known) {
        this.real = real.power();
        this.definitions = real.definitions();
        this.recorder = recorder;
        this.known = known;
    }

    private void during(What what, MachineId id, Runnable work) {
        recorder.during(what, Optional.of(id), known.name(id), Map.of(), () -> {
            work.run();
            return id;
        });
    }

    @Override
    public void start(MachineId id) {
        during(What.STARTED, id, () -> real.start(id));
    }

    @Override
    public MachineId run(Definition definition) {
        Map<String, String> origin =
                definitions.mark(definition).lineage().map(Changes::origin).orElse(Map.of());
        String name = definitions.nameIn(definition);
        try {
            MachineId id = real.run(definition);
            recorder.done(What.RAN, Optional.of(id), "", origin);
            return id;
        } catch (IngotException e) {
            recorder.failed(What.RAN, Optional.empty(), name, origin, e);
            throw e;
        }
    }

    @Override
    public void shutdown(MachineId id) {
        during(What.SHUT_DOWN, id, () -> real.shutdown(id));
    }

    @Override
    public void destroy(MachineId id) {
        boolean active = known.machine(id).filter(m -> !m.state().isActive()).isEmpty();
        if (active) {
            during(What.FORCED_OFF, id, () -> real.destroy(id));
        } else {
            real.destroy(id);
        }
    }

    @Override
    public StopReason lastStop(MachineId id) {
        return real.lastStop(id);
    }

    @Override
    public void reboot(MachineId id) {
        during(What.RESTARTED, id, () -> real.reboot(id));
    }

    @Override
    public void reset(MachineId id) {
        during(What.RESTARTED, id, () -> real.reset(id));
    }

    private boolean isHeld(MachineId id) {
        return known.machine(id).filter(m -> m.mark().hold() == Hold.SNAPSHOT).isPresent();
    }

    @Override
    public void suspend(MachineId id) {
        if (isHeld(id)) {
            real.suspend(id);
        } else {
            during(What.PAUSED, id, () -> real.suspend(id));
        }
    }

    @Override
    public void resume(MachineId id) {
        if (isHeld(id)) {
            real.resume(id);
        } else {
            during(What.RESUMED, id, () -> real.resume(id));
        }
    }

    @Override
    public boolean isStalled(MachineId id) {
        return real.isStalled(id);
    }

    @Override
    public void dropSaved(MachineId id) {
        real.dropSaved(id);
    }

    @Override
    public void restore(MachineId id, String memoryFile, Map<String, String> disks) {
        during(What.STARTED, id, () -> real.restore(id, memoryFile, disks));
    }

    @Override
    public void sendKeys(MachineId id, int... linuxKeyCodes) {
        real.sendKeys(id, linuxKeyCodes);
    }

    @Override
    public boolean agentAnswers(MachineId id) {
        return real.agentAnswers(id);
    }

    @Override
    public Set<MachineId> busy() {
        return real.busy();
    }

    @Override
    public SerialLine serial(MachineId id, Consumer<byte[]> sink) {
        return real.serial(id, sink);
    }
}
