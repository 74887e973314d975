package io.github.ingotvm.osinfo;

/**
 * What a system needs on an architecture. 0 where the database does not say.
 *
 * @param arch {@code x86_64}, …, or {@code all}
 * @param memory bytes that make it pleasant
 * @param leastMemory bytes without which it does not work
 * @param installMemory bytes that an installation over the network needs
 * @param disk bytes that make it pleasant
 * @param leastDisk bytes without which it does not fit
 * @param cpus virtual processors that make it pleasant
 * @param leastCpus virtual processors without which it does not work
 */
public record Needs(
        String arch,
        long memory,
        long leastMemory,
        long installMemory,
        long disk,
        long leastDisk,
        int cpus,
        int leastCpus) {
    static final String ANY_ARCH = "all";

    /** Nothing is known. */
    public static final Needs UNKNOWN = new Needs(ANY_ARCH, 0, 0, 0, 0, 0, 0, 0);

    boolean isSaid() {
        return Math.max(Math.max(memory, leastMemory), Math.max(disk, leastDisk)) > 0;
    }

    /** These, and what they do not say from others. */
    Needs orFrom(Needs other) {
        return new Needs(
                arch,
                or(memory, other.memory),
                or(leastMemory, other.leastMemory),
                or(installMemory, other.installMemory),
                or(disk, other.disk),
                or(leastDisk, other.leastDisk),
                (int) or(cpus, other.cpus),
                (int) or(leastCpus, other.leastCpus));
    }

    private static long or(long mine, long theirs) {
        return mine > 0 ? mine : theirs;
    }
}
