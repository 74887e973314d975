package io.github.ingotvm.model;

import java.util.List;

/**
 * What Check found, and how much it looked at.
 *
 * @param findings the worst first
 * @param machines how many machines it looked at
 * @param snapshots how many snapshots
 * @param files how many files, in all storage pools
 */
public record Checkup(List<Finding> findings, int machines, int snapshots, int files) {
    public Checkup {
        findings = List.copyOf(findings);
    }

    /** The files that can be removed now. */
    public List<Finding> leftovers() {
        return findings.stream().filter(Finding::fixable).toList();
    }
}
