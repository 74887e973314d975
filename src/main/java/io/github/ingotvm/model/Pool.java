package io.github.ingotvm.model;

/**
 * A storage pool.
 *
 * @param name unique on its connection
 * @param path folder of its volumes on the hypervisor's host; empty for pools that are no folder
 * @param active whether its volumes can be seen now
 * @param free bytes left
 */
public record Pool(String name, String path, boolean active, long free) {}
