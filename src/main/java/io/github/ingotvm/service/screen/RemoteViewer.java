package io.github.ingotvm.service.screen;

import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.service.work.Programs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remote Viewer, a program that shows screens Ingot cannot. */
final class RemoteViewer {
    private static final String PROGRAM = "virt-viewer";

    private final Programs programs;
    private final String uri;

    /** @param uri of the connection to the hypervisor */
    RemoteViewer(Programs programs, String uri) {
        this.programs = programs;
        this.uri = uri;
    }

    boolean isInstalled() {
        return programs.find(PROGRAM).isPresent();
    }

    /** {@code UNSUPPORTED} when it is not installed, {@code FAILED} when it does not start. */
    void open(MachineId id) {
        Path program = programs.find(PROGRAM)
                .orElseThrow(() -> new IngotException(
                        Kind.UNSUPPORTED, "Remote Viewer is not installed; install the package virt-viewer."));
        List<String> command = new ArrayList<>(List.of(program.toString(), "--connect", uri));
        if (isHere()) {
            command.add("--attach"); // through libvirt, so that nothing needs to listen
        }
        command.addAll(List.of("--uuid", "--", id.toString()));
        try {
            programs.start(command);
        } catch (IOException e) {
            throw new IngotException(
                    Kind.FAILED,
                    "Remote Viewer did not start; try “" + String.join(" ", command) + "” in a terminal to see why.",
                    e);
        }
    }

    private boolean isHere() {
        try {
            return URI.create(uri).getHost() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return true;
        }
    }
}
