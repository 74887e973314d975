package io.github.ingotvm.ui.golden;

import io.github.ingotvm.model.GoldenVersion;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Verification;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.golden.Verifier;
import io.github.ingotvm.ui.common.Formats;
import io.github.ingotvm.ui.common.Tools;
import io.github.ingotvm.ui.common.Work;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** Reads golden images through when the user wants to know; goes on while the user looks at something else. */
public final class Verifying {
    private final Verifier verifier;
    private final Tools tools;
    private final ObservableMap<MachineId, Work> running = FXCollections.observableHashMap();

    public Verifying(Verifier verifier, Tools tools) {
        this.verifier = verifier;
        this.tools = tools;
    }

    /** The golden images that are being read through now, by their machines. */
    ObservableMap<MachineId, Work> running() {
        return running;
    }

    /** All versions of a golden image. */
    void start(VirtualMachine machine) {
        MachineId id = machine.id();
        if (running.containsKey(id)) {
            return;
        }
        List<Integer> versions =
                machine.mark().golden().stream().map(GoldenVersion::number).toList();
        String name = Formats.brief(machine.goldenName());
        running.put(
                id,
                tools.works()
                        .aside(
                                "Verifying “" + name + "”",
                                progress -> verifier.verify(id, versions, progress),
                                results -> {
                                    running.remove(id);
                                    say(name, results);
                                },
                                e -> {
                                    running.remove(id);
                                    if (e.kind() != Kind.CANCELLED) {
                                        tools.notices().error(e);
                                    }
                                }));
    }

    private void say(String name, List<Verification> results) {
        List<Verification> damaged = results.stream().filter(r -> !r.isIntact()).toList();
        if (damaged.isEmpty()) {
            tools.notices().good("“" + name + "” is intact: every byte is what was sealed.");
            return;
        }
        List<String> lost = damaged.stream()
                .filter(r -> r.damaged().isEmpty())
                .map(r -> r.version().label())
                .toList();
        if (lost.size() == damaged.size()) {
            tools.notices()
                    .error(new IngotException(
                            Kind.FAILED,
                            "Another tool deleted the snapshot of “" + name + "” " + String.join(", ", lost)
                                    + ". Its files are whole: restore it on its page.",
                            lost,
                            null));
            return;
        }
        String versions = damaged.stream().map(r -> r.version().label()).collect(Collectors.joining(", "));
        List<String> files =
                damaged.stream().flatMap(r -> r.damaged().stream()).distinct().toList();
        tools.notices()
                .error(new IngotException(
                        Kind.FAILED,
                        "“" + name + "” is not what it was: " + versions
                                + (damaged.size() == 1 ? " has" : " have")
                                + " changed or missing files. Its page names the clones, and the way back.",
                        files,
                        null));
    }
}
