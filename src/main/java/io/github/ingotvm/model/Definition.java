package io.github.ingotvm.model;

/**
 * A machine's whole definition in the hypervisor's own words (domain XML with libvirt). Opaque here: it is read and
 * changed through the port alone, so that elements Ingot does not understand survive.
 */
public record Definition(String document) {}
