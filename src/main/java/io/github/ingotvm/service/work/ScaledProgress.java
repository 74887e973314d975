package io.github.ingotvm.service.work;

import io.github.ingotvm.model.Progress;

/** Reports a part of some work as its share of the whole. */
public record ScaledProgress(Progress whole, double from, double to) implements Progress {
    @Override
    public void report(double fraction, String doing) {
        whole.report(fraction < 0 ? fraction : from + (to - from) * Math.min(1, fraction), doing);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }

    /** A share of this share. */
    public ScaledProgress part(double begin, double end) {
        return new ScaledProgress(whole, from + (to - from) * begin, from + (to - from) * end);
    }
}
