package io.github.ingotvm.history;

import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Progress;
import java.util.Map;
import java.util.Optional;

/** Merging that is written down. */
final class RecordingMerging implements Merging {
    private final Merging real;
    private final Recorder recorder;
    private final Known known;

    RecordingMerging(Merging real, Recorder recorder, Known known) {
        this.real = real;
        this.recorder = recorder;
        this.known = known;
    }

    @Override
    public void pull(String image, Optional<String> base, Progress progress) {
        recorder.during(What.COMPACTED, Optional.empty(), "", Map.of(Entry.FILE, image), () -> {
            real.pull(image, base, progress);
            return image;
        });
    }

    @Override
    public void pull(MachineId id, String target, Optional<String> base, Progress progress) {
        recorder.during(What.COMPACTED, Optional.of(id), known.name(id), Map.of(), () -> {
            real.pull(id, target, base, progress);
            return id;
        });
    }

    @Override
    public void push(MachineId id, String target, String top, String into, Progress progress) {
        recorder.during(What.COMPACTED, Optional.of(id), known.name(id), Map.of(), () -> {
            real.push(id, target, top, into, progress);
            return id;
        });
    }
}
