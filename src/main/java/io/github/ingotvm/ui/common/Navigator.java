package io.github.ingotvm.ui.common;

import io.github.ingotvm.model.MachineId;
import java.nio.file.Path;
import java.util.Optional;

/** Where one can go in the window. */
public interface Navigator {
    /** What the list of machines is narrowed to. */
    enum Section {
        ALL,
        RUNNING
    }

    /** The parts of a machine's properties. */
    enum Tab {
        OVERVIEW,
        SNAPSHOTS
    }

    void machines(Section section);

    void golden();

    /** The golden image of a machine. */
    void golden(MachineId id);

    /** What came from what. */
    void lineage();

    /** What happened, to all machines or to one. */
    void history(Optional<MachineId> machine);

    /** What takes space. */
    void space();

    /** What is broken or left over. */
    void check();

    /** The page of a new machine, from this file when there is one. */
    void create(Optional<Path> file);

    void properties(MachineId id, Tab tab);

    /** A machine's screen; in its own window where it has one. */
    void open(MachineId id);

    /** A machine in a window of its own. */
    void openApart(MachineId id);

    /** Whether a machine has a window of its own now. */
    boolean isApart(MachineId id);

    /** To where one came from. */
    void back();
}
