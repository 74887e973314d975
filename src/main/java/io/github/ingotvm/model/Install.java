package io.github.ingotvm.model;

/**
 * How far the installation of a machine is.
 *
 * @param state where it stands
 * @param reboots how many of the installer's reboots have been seen so far
 * @param lastReboot which reboot ends the installation (1 for the first); 0 when unknown, then the size of the disk decides
 * @param autoSnapshot whether <em>Just Installed</em> is taken at the end
 */
public record Install(State state, int reboots, int lastReboot, boolean autoSnapshot) {
    /** For machines that Ingot did not install. */
    public static final Install NONE = new Install(State.NONE, 0, 0, false);

    /** Where an installation stands. */
    public enum State {
        /** Not followed: imported, cloned, or made by another tool. */
        NONE,
        INSTALLING,
        /** The installer has ended; <em>Just Installed</em> is being taken. A crash here is resumed at the next start. */
        FINISHING,
        INSTALLED
    }

    public Install in(State next) {
        return new Install(next, reboots, lastReboot, autoSnapshot);
    }

    public Install rebooted() {
        return new Install(state, reboots + 1, lastReboot, autoSnapshot);
    }

    /** Whether an installer is at work or its end is not yet settled. */
    public boolean isUnderWay() {
        return state == State.INSTALLING || state == State.FINISHING;
    }
}
