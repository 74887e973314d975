package io.github.ingotvm.model;

import java.util.List;

/**
 * How two versions of a golden image differ.
 *
 * @param hardware what was changed in the machine
 * @param differing bytes of the layers that only one of them has: no more than that can differ
 */
public record GoldenComparison(GoldenVersion from, GoldenVersion to, List<Change> hardware, long differing) {
    public GoldenComparison {
        hardware = List.copyOf(hardware);
    }

    /**
     * One thing that changed, for people.
     *
     * @param before empty when it is new
     * @param after empty when it is gone
     */
    public record Change(String what, String before, String after) {}
}
