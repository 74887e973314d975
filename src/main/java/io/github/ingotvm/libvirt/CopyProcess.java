package io.github.ingotvm.libvirt;

import java.util.List;

/**
 * The process that libvirt copies an image with. libvirt knows no way to end it: a volume cannot be deleted while it is made, and the work
 * goes on when its client leaves (9.0 and all since). So it is ended itself, where it runs on this computer for this user.
 */
final class CopyProcess {
    private CopyProcess() {}

    /** What came of it. */
    enum End {
        /** It was told to end; libvirt removes what there is of the copy. */
        ENDED,
        /** There is no such process: not yet, or not any more, or on another computer. */
        NOT_FOUND,
        /** It is another user's. */
        NOT_OURS
    }

    /** @param path where the copy is written to; no other process names it */
    static End end(String path) {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> writes(process.info(), path))
                .toList();
        if (found.isEmpty()) {
            return End.NOT_FOUND;
        }
        // All of them, not the first that succeeds: libvirt's child has the arguments from its birth on.
        return found.stream().filter(ProcessHandle::destroy).count() > 0 ? End.ENDED : End.NOT_OURS;
    }

    private static boolean writes(ProcessHandle.Info process, String path) {
        return process.command().filter(c -> c.endsWith("/qemu-img")).isPresent()
                && process.arguments().map(List::of).orElse(List.of()).contains(path);
    }
}
