package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.ui.common.Navigator;
import java.nio.file.Path;
import java.util.Optional;

/** Goes somewhere in the main window from another one, and brings it to the front. */
final class MainNavigator implements Navigator {
    private final Navigator main;
    private final Runnable raise;

    MainNavigator(Navigator main, Runnable raise) {
        this.main = main;
        this.raise = raise;
    }

    private void go(Runnable where) {
        where.run();
        raise.run();
    }

    @Override
    public void machines(Section section) {
        go(() -> main.machines(section));
    }

    @Override
    public void golden() {
        go(main::golden);
    }

    @Override
    public void golden(MachineId id) {
        go(() -> main.golden(id));
    }

    @Override
    public void lineage() {
        go(main::lineage);
    }

    @Override
    public void history(Optional<MachineId> machine) {
        go(() -> main.history(machine));
    }

    @Override
    public void space() {
        go(main::space);
    }

    @Override
    public void check() {
        go(main::check);
    }

    @Override
    public void create(Optional<Path> file) {
        go(() -> main.create(file));
    }

    @Override
    public void properties(MachineId id, Tab tab) {
        go(() -> main.properties(id, tab));
    }

    @Override
    public void open(MachineId id) {
        main.open(id);
    }

    @Override
    public void openApart(MachineId id) {
        main.openApart(id);
    }

    @Override
    public boolean isApart(MachineId id) {
        return main.isApart(id);
    }

    @Override
    public void back() {
        go(main::back);
    }
}
