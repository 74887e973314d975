package io.github.ingotvm.unattended;

/**
 * What an installer finds itself on.
 *
 * @param osId osinfo short id: {@code debian12}
 * @param distro osinfo's: {@code debian}, {@code ubuntu}, {@code fedora}, {@code win}, …
 * @param version {@code 12}, {@code 24.04}; may be empty
 * @param arch {@code x86_64}, …
 * @param uefi whether the machine boots with UEFI
 * @param disk the first disk as Linux calls it: {@code vda}
 * @param live whether the disc boots into the system itself
 * @param scripted whether a database of systems says that the disc's installer can be told its answers
 * @param label of the installation disc
 * @param kernel path of the installer's kernel on the disc; empty when not known
 * @param initrd path of its initial file system on the disc; empty when not known
 */
public record Target(
        String osId,
        String distro,
        String version,
        String arch,
        boolean uefi,
        String disk,
        boolean live,
        boolean scripted,
        String label,
        String kernel,
        String initrd) {
    /** The version as a number for comparisons: {@code 24.04} is 24.04; 0 where there is none. */
    double number() {
        try {
            return Double.parseDouble(version.replaceAll("^(\\d+(\\.\\d+)?).*", "$1"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
