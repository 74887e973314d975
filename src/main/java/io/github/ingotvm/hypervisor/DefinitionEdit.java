package io.github.ingotvm.hypervisor;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Changes to a definition; what is empty stays as it is.
 *
 * @param identity name, title, UUID, MACs and generation id of another machine; also drops what belongs to the old one alone
 *     (sockets, labels, fixed ports)
 * @param name domain name
 * @param title free text; an empty string removes it
 * @param disks drive target to the path of the qcow2 image it shall use from now on, alone: a disk that was
 *     shared is written to again
 * @param nvram path of the firmware's variables
 * @param mark Ingot's metadata
 * @param onReboot what a guest's reboot does
 * @param media what becomes of CD drives and of a kernel that is started in place of the disks
 * @param memory bytes
 * @param cpus virtual CPUs
 * @param drives drives that come, go, or are shared
 */
public record DefinitionEdit(
        Optional<Identity> identity,
        Optional<String> name,
        Optional<String> title,
        Map<String, String> disks,
        Optional<String> nvram,
        Optional<Mark> mark,
        Optional<OnReboot> onReboot,
        Media media,
        OptionalLong memory,
        OptionalInt cpus,
        DriveChanges drives) {
    /** What becomes of CD drives and of a kernel that is started in place of the disks. */
    public enum Media {
        KEEP,
        /** Drives are emptied; whatever starts the machine stays. */
        EJECT,
        EJECT_AND_START_DISKS
    }

    /** No change. */
    public static final DefinitionEdit NONE = new DefinitionEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Media.KEEP,
            OptionalLong.empty(),
            OptionalInt.empty(),
            DriveChanges.NONE);

    public DefinitionEdit {
        disks = Map.copyOf(disks);
    }

    /**
     * What makes a machine another one.
     *
     * @param macs for the network cards in order; as many as there are cards
     * @param genid generation id, as a UUID; used only where the definition has one
     */
    public record Identity(MachineId id, List<String> macs, String genid) {
        public Identity {
            macs = List.copyOf(macs);
        }
    }

    public DefinitionEdit identity(Identity value) {
        return new DefinitionEdit(
                Optional.of(value), name, title, disks, nvram, mark, onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit name(String value) {
        return new DefinitionEdit(
                identity, Optional.of(value), title, disks, nvram, mark, onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit title(String value) {
        return new DefinitionEdit(
                identity, name, Optional.of(value), disks, nvram, mark, onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit disk(String target, String path) {
        Map<String, String> all = new HashMap<>(disks);
        all.put(target, path);
        return disks(all);
    }

    public DefinitionEdit disks(Map<String, String> value) {
        return new DefinitionEdit(identity, name, title, value, nvram, mark, onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit nvram(String value) {
        return new DefinitionEdit(
                identity, name, title, disks, Optional.of(value), mark, onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit mark(Mark value) {
        return new DefinitionEdit(
                identity, name, title, disks, nvram, Optional.of(value), onReboot, media, memory, cpus, drives);
    }

    public DefinitionEdit onReboot(OnReboot value) {
        return new DefinitionEdit(
                identity, name, title, disks, nvram, mark, Optional.of(value), media, memory, cpus, drives);
    }

    /** Takes the media out of all CD drives. */
    public DefinitionEdit withoutMedia() {
        return media(Media.EJECT);
    }

    /** Takes out all that belongs to an installation: it starts from its disks from now on. */
    public DefinitionEdit installed() {
        return media(Media.EJECT_AND_START_DISKS);
    }

    private DefinitionEdit media(Media value) {
        return new DefinitionEdit(identity, name, title, disks, nvram, mark, onReboot, value, memory, cpus, drives);
    }

    public DefinitionEdit memory(long bytes) {
        return new DefinitionEdit(
                identity, name, title, disks, nvram, mark, onReboot, media, OptionalLong.of(bytes), cpus, drives);
    }

    public DefinitionEdit cpus(int value) {
        return new DefinitionEdit(
                identity, name, title, disks, nvram, mark, onReboot, media, memory, OptionalInt.of(value), drives);
    }

    public DefinitionEdit drives(DriveChanges value) {
        return new DefinitionEdit(identity, name, title, disks, nvram, mark, onReboot, media, memory, cpus, value);
    }
}
