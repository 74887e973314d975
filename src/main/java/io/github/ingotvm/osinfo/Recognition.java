package io.github.ingotvm.osinfo;

/** What was found on a disc. */
public record Recognition(OperatingSystem os, InstallMedium medium) {
    /** What is on it, for people: the edition where the medium holds one, else the system. */
    public String name() {
        return medium.name().isEmpty() ? os.name() : medium.name();
    }
}
