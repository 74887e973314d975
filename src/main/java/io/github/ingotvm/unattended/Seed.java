package io.github.ingotvm.unattended;

import java.util.Map;
import java.util.Optional;

/**
 * What brings the answers to an installer. Holds secrets, which it never prints.
 *
 * @param disc a second disc, where the installer looks for one
 * @param boot how the installer is started, where its own disc would not do
 * @param reboots whether the installer restarts the machine on its way, and ends by switching it off; else its first restart is its end
 */
public record Seed(Optional<Disc> disc, Optional<Boot> boot, boolean reboots) {
    /**
     * A small disc.
     *
     * @param label by which it is found
     * @param files content by name, all in the root folder
     */
    public record Disc(String label, Map<String, byte[]> files) {
        public Disc {
            files = Map.copyOf(files);
        }

        @Override
        public String toString() {
            return "Disc[" + label + ", " + files.keySet() + "]";
        }
    }

    /**
     * A kernel that is started without a boot loader.
     *
     * @param kernel path on the installation disc
     * @param initrd path on the installation disc
     * @param commandLine for the kernel; nothing secret, it is seen in the definition and in lists of processes
     * @param added files that are put into the initial file system's root, content by name
     */
    public record Boot(String kernel, String initrd, String commandLine, Map<String, byte[]> added) {
        public Boot {
            added = Map.copyOf(added);
        }

        @Override
        public String toString() {
            return "Boot[" + kernel + ", " + initrd + ", " + commandLine + ", " + added.keySet() + "]";
        }
    }

    static Seed on(Disc disc, Boot boot) {
        return new Seed(Optional.of(disc), Optional.of(boot), false);
    }

    static Seed within(Boot boot) {
        return new Seed(Optional.empty(), Optional.of(boot), false);
    }
}
