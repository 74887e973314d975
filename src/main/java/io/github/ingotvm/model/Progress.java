package io.github.ingotvm.model;

/** How long work reports how far it is, and learns that it is no longer wanted. Called on the working thread. */
public interface Progress {
    /** Reports nothing, is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String doing) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param fraction of the whole work, 0 to 1; negative when it cannot be told
     * @param doing what is being done now, in a few words
     */
    void report(double fraction, String doing);

    /** Whether the work should stop and leave nothing behind. */
    boolean isCancelled();

    /** @throws IngotException of kind {@link IngotException.Kind#CANCELLED} once cancelled */
    default void check() {
        if (isCancelled()) {
            throw new IngotException(IngotException.Kind.CANCELLED, "Cancelled; nothing was changed.");
        }
    }
}
