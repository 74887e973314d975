package io.github.ingotvm.e2e;

import io.github.ingotvm.testkit.PrivateLibvirt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One libvirt for the stories of this run that do not harm it, emptied after each. */
final class SharedLibvirt {
    private static @Nullable PrivateLibvirt libvirt;

    private SharedLibvirt() {}

    static synchronized PrivateLibvirt get() {
        PrivateLibvirt running = libvirt;
        if (running == null) {
            running = PrivateLibvirt.start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            libvirt = running;
        }
        return running;
    }

    /** Whatever a story left, whether or not it ended well; without Ingot's help. */
    static void wipe() {
        Virsh virsh = new Virsh(get().uri());
        for (String running : words(virsh.run("list", "--uuid"))) {
            virsh.run("destroy", running);
        }
        for (String machine : words(virsh.run("list", "--all", "--uuid"))) {
            virsh.run("undefine", machine, "--snapshots-metadata", "--managed-save", "--nvram");
        }
        for (String pool : words(virsh.run("pool-list", "--name"))) {
            virsh.run("pool-destroy", pool);
        }
        for (String pool : words(virsh.run("pool-list", "--all", "--name"))) {
            virsh.run("pool-undefine", pool);
        }
        Path images = get().poolDir();
        if (Files.exists(images)) {
            Folders.delete(images);
        }
    }

    private static List<String> words(String text) {
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
