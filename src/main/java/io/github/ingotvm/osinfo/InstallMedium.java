package io.github.ingotvm.osinfo;

import java.util.List;

/**
 * A medium that a system is installed from.
 *
 * @param arch {@code x86_64}, …, or {@code all}
 * @param name what is on it, for people, where it is more than the system's name: {@code Fedora Workstation 37}; else empty
 * @param live whether it boots into the system itself
 * @param installer whether the system can be installed from it
 * @param scripted whether the installation can be told its answers beforehand
 * @param reboots how often the installer reboots until the system is installed; 0 when that is not known
 * @param ejects whether the medium goes when the system is installed
 * @param variants ids of the editions that are on it
 * @param url where it can be had, or empty
 * @param kernel path of the installer's kernel on it, or empty
 * @param initrd path of the installer's initial file system on it, or empty
 */
public record InstallMedium(
        String arch,
        String name,
        boolean live,
        boolean installer,
        boolean scripted,
        int reboots,
        boolean ejects,
        List<String> variants,
        String url,
        String kernel,
        String initrd,
        MediumRule rule) {
    public InstallMedium {
        variants = List.copyOf(variants);
    }
}
