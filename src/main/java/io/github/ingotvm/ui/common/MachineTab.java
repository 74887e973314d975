package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.VirtualMachine;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

/** One way to see and use a machine, as a tab of its page. Touched on the window's thread alone. */
public interface MachineTab {
    /** One word on the tab. */
    String title();

    /** What fills the page; while the machine cannot be used, the page lays over it what its state is. */
    Node view();

    /** What can be done with it, for the page's header. */
    List<Node> tools();

    /** The machine as it is now. Connects when it has started, lets go when it has stopped. */
    void show(VirtualMachine machine);

    /** Changes before anything that had the keyboard is hidden. */
    ReadOnlyObjectProperty<Contact> contact();

    /** Gives the machine the keyboard; called while it is live. */
    void focus();

    /** Takes what to do when the user wants the keyboard back from the machine. */
    void onWayOut(Runnable action);

    /** Lets go; {@link #show} begins anew. */
    void stop();
}
