package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/** A machine's screen that can be used, as a page shows it. Touched on the window's thread alone. */
public interface LiveScreen {
    /** Lies over the machine's picture. */
    Node view();

    /** What can be done with it, for the page's header. */
    List<Node> tools();

    /** The machine as it is now. Connects when it has started, lets go when it has stopped. */
    void show(VirtualMachine machine);

    /** Whether it shows the machine now; else the machine's picture does. */
    ReadOnlyBooleanProperty live();

    /** Gives the machine the keyboard, as soon as it is live. */
    void focus();

    /** Lets go; {@link #show} begins anew. */
    void stop();
}
