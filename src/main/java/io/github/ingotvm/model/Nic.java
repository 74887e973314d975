package io.github.ingotvm.model;

/**
 * One network card.
 *
 * @param mac hardware address, lower case, colon separated
 * @param model device model ({@code virtio}, {@code e1000e}, …)
 * @param network what it is connected to, in the hypervisor's words ({@code user}, {@code bridge:br0}, {@code network:default})
 */
public record Nic(String mac, String model, String network) {}
