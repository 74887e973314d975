package io.github.ingotvm.service.install;

import io.github.ingotvm.model.Answers;
import io.github.ingotvm.model.Firmware;
import io.github.ingotvm.model.NewDisk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to make.
 *
 * @param memory bytes
 * @param disk bytes; with an image it is the image that decides
 * @param osId osinfo id, or empty to go by the medium
 * @param autoSnapshot take <em>Just Installed</em> by itself
 * @param start start it when it is made
 */
public record InstallRequest(
        String name,
        Source source,
        long memory,
        int cpus,
        long disk,
        Firmware firmware,
        Optional<String> osId,
        boolean autoSnapshot,
        boolean start,
        Extras extras) {

    /** With what suits the system beyond that. */
    public InstallRequest(
            String name,
            Source source,
            long memory,
            int cpus,
            long disk,
            Firmware firmware,
            Optional<String> osId,
            boolean autoSnapshot,
            boolean start) {
        this(name, source, memory, cpus, disk, firmware, osId, autoSnapshot, start, Extras.NONE);
    }

    public InstallRequest with(Extras more) {
        return new InstallRequest(name, source, memory, cpus, disk, firmware, osId, autoSnapshot, start, more);
    }

    /** What a machine is made from. */
    public sealed interface Source {
        /** The file. */
        Path file();

        /** An installation disc. */
        record Iso(Path file) implements Source {}

        /** A disk with a system on it, plain or compressed, or an appliance (OVA, OVF); never changed. */
        record Image(Path file) implements Source {}
    }

    /**
     * What few need to say.
     *
     * @param secureBoot whether only what is signed starts; empty: as the system asks for, with UEFI
     * @param tpm whether there is a TPM 2.0; empty: as the system asks for
     * @param drivers a disc with drivers, in a second CD drive until the installation has ended
     * @param inPlace an image is not copied: the machine gets an overlay on the file, which must lie in a storage pool and stay there
     * @param answers what the installer is told beforehand, so that it asks nothing
     * @param data disks beside the system's
     */
    public record Extras(
            Optional<Boolean> secureBoot,
            Optional<Boolean> tpm,
            Optional<Path> drivers,
            boolean inPlace,
            Optional<Answers> answers,
            List<NewDisk> data) {
        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty());

        /** An image, if it is one, is copied. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers) {
            this(secureBoot, tpm, drivers, false);
        }

        /** The installer, if there is one, asks. */
        public Extras(Optional<Boolean> secureBoot, Optional<Boolean> tpm, Optional<Path> drivers, boolean inPlace) {
            this(secureBoot, tpm, drivers, inPlace, Optional.empty(), List.of());
        }

        /** The same, with an image copied or not. */
        public Extras standing(boolean onTheFile) {
            return new Extras(secureBoot, tpm, drivers, onTheFile, answers, data);
        }

        public Extras with(Answers told) {
            return new Extras(secureBoot, tpm, drivers, inPlace, Optional.of(told), data);
        }

        public Extras with(List<NewDisk> disks) {
            return new Extras(secureBoot, tpm, drivers, inPlace, answers, List.copyOf(disks));
        }
    }
}
