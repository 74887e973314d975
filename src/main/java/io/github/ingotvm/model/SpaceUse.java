package io.github.ingotvm.model;

/**
 * What something takes on the host's disk, in bytes.
 *
 * @param own the files that it alone needs, of a snapshot those that it froze
 * @param shared the files that it needs together with others
 * @param freed what its deletion would free now, of a golden version its retirement; 0 while something stands on it. Files that other tools
 *     made stay
 * @param kept why that is nothing
 * @param full at most what its disks would take as full copies that depend on nothing
 */
public record SpaceUse(long own, long shared, long freed, Kept kept, long full) {
    /** Why a deletion would free nothing. */
    public enum Kept {
        /** It would free something, or there is nothing to free. */
        NOTHING,
        /** Others need the files. */
        STOOD_ON,
        /** Other tools made the files. */
        FOREIGN,
        /** Part of the storage cannot be seen, so nothing can be proved to be needed no more. */
        UNPROVED
    }
}
