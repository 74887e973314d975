package io.github.ingotvm.service.space;

import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.model.Disk;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.model.Volume;
import io.github.ingotvm.service.context.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a file that is no volume of Ingot's is needed nevertheless: a disc in a drive, an image that a layer stands on. */
public final class FileUse {
    private final Hypervisor hypervisor;

    public FileUse(Context context) {
        this.hypervisor = context.hypervisor();
    }

    /** @throws IngotException {@code IN_USE} with the names of what needs it */
    public void requireUnneeded(Path file) {
        Set<String> names = new HashSet<>(List.of(file.toAbsolutePath().toString(), real(file)));
        List<String> users = Stream.concat(
                        hypervisor.machines().list().stream()
                                .filter(m -> drives(m).anyMatch(names::contains))
                                .map(VirtualMachine::displayName),
                        hypervisor.volumes().list().stream()
                                .filter(v -> v.backing().filter(names::contains).isPresent())
                                .map(Volume::name))
                .toList();
        if (!users.isEmpty()) {
            throw new IngotException(
                    Kind.IN_USE,
                    file.getFileName() + " is needed by "
                            + users.stream().limit(3).collect(Collectors.joining(", "))
                            + (users.size() > 3 ? " and others" : "") + "; it stays until they no longer need it.",
                    users,
                    null);
        }
    }

    private static Stream<String> drives(VirtualMachine machine) {
        return Stream.concat(machine.hardware().disks().stream(), machine.present().disks().stream())
                .map(Disk::source)
                .flatMap(Optional::stream);
    }

    private static String real(Path file) {
        try {
            return file.toRealPath().toString();
        } catch (IOException e) {
            return file.toString();
        }
    }
}
