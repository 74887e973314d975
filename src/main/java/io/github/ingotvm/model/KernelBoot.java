package io.github.ingotvm.model;

/**
 * A kernel that is started in place of what is on a machine's disks.
 *
 * @param kernel path on the hypervisor's host
 * @param initrd path of its initial file system there
 * @param commandLine its options
 */
public record KernelBoot(String kernel, String initrd, String commandLine) {}
