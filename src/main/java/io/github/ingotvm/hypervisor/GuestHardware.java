package io.github.ingotvm.hypervisor;

import java.util.List;

/**
 * The devices of a new machine: those that its system has drivers for.
 *
 * @param cards network cards, all on the host's usual network
 * @param usb3 a USB 3 controller; else the one that the chipset brings
 * @param localTime whether the hardware clock shows local time, as Windows expects it, instead of UTC
 */
public record GuestHardware(
        Chipset chipset,
        DiskBus disks,
        List<NicModel> cards,
        VideoModel video,
        Sound sound,
        boolean usb3,
        boolean localTime) {

    public GuestHardware {
        cards = List.copyOf(cards);
    }

    /** The same with other network cards. */
    public GuestHardware with(List<NicModel> others) {
        return new GuestHardware(chipset, disks, others, video, sound, usb3, localTime);
    }

    /** The same with disks on something else. */
    public GuestHardware with(DiskBus bus) {
        return new GuestHardware(chipset, bus, cards, video, sound, usb3, localTime);
    }

    /** What the machine's board is like. */
    public enum Chipset {
        /** The best that the architecture has: {@code q35}, {@code virt}. */
        MODERN,
        /** The 440FX of 1996, for systems that know nothing newer. */
        PC
    }

    /** What disks hang on. */
    public enum DiskBus {
        VIRTIO("vd"),
        SATA("sd"),
        /** With {@link Chipset#PC} only. */
        IDE("hd");

        private final String prefix;

        DiskBus(String prefix) {
            this.prefix = prefix;
        }

        /** The drive target of a machine's disk on this bus, as {@code vdb}; 0 is the first. */
        public String target(int index) {
            return prefix + (char) ('a' + index);
        }
    }

    /** The network card. */
    public enum NicModel {
        VIRTIO,
        E1000E,
        E1000,
        RTL8139,
        PCNET,
        NE2000
    }

    /** The graphics card. */
    public enum VideoModel {
        /** Where the host has it, else VGA. */
        VIRTIO,
        VGA,
        CIRRUS
    }

    /** The sound card. */
    public enum Sound {
        NONE,
        ICH9,
        ICH6,
        AC97,
        ES1370
    }

    /** For systems of this age that nothing more is known about. */
    public static final GuestHardware MODERN = new GuestHardware(
            Chipset.MODERN, DiskBus.VIRTIO, List.of(NicModel.VIRTIO), VideoModel.VIRTIO, Sound.NONE, true, false);

    /** For systems that have drivers for real devices alone. */
    public static final GuestHardware WITHOUT_VIRTIO = new GuestHardware(
            Chipset.MODERN, DiskBus.SATA, List.of(NicModel.E1000E), VideoModel.VGA, Sound.NONE, false, false);
}
