package io.github.ingotvm.service.work;

import io.github.ingotvm.model.Progress;

/** One of several equal parts of a longer work. */
public record Part(Progress whole, int index, int count) implements Progress {
    public static Progress of(Progress whole, int index, int count) {
        return new Part(whole, index, count);
    }

    @Override
    public void report(double fraction, String doing) {
        whole.report(fraction < 0 ? fraction : (index + fraction) / count, doing);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
