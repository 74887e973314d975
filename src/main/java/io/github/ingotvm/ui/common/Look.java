package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.Install;
import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;

/** How a machine's state is written and coloured. */
public enum Look {
    RUNNING("Running", "running"),
    PAUSED("Paused", "paused"),
    OFF("Off", "off"),
    SAVED("Saved", "saved"),
    CRASHED("Crashed", "crashed"),
    INSTALLING("Installing…", "busy"),
    INSTALL_WAITS("Installation stopped", "paused"),
    FINISHING("Finishing…", "busy");

    private final String word;
    private final String styleClass;

    Look(String word, String styleClass) {
        this.word = word;
        this.styleClass = styleClass;
    }

    public String word() {
        return word;
    }

    public String styleClass() {
        return styleClass;
    }

    public static Look of(VirtualMachine machine) {
        Install.State install = machine.mark().install().state();
        if (install == Install.State.FINISHING) {
            return FINISHING;
        }
        if (install == Install.State.INSTALLING) {
            if (machine.state() == PowerState.RUNNING) {
                return INSTALLING;
            }
            if (machine.state() == PowerState.OFF) {
                return INSTALL_WAITS;
            }
        }
        return switch (machine.state()) {
            case OFF -> OFF;
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case SAVED -> SAVED;
            case CRASHED -> CRASHED;
        };
    }
}
