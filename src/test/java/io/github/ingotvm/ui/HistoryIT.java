package io.github.ingotvm.ui;

import io.github.ingotvm.model.Progress;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.clones.Cloner.From;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, in the window. */
class HistoryIT extends WindowTest {
    @BeforeEach
    void aCloneThatWasMadeOnTheCommandLine() {
        VirtualMachine debian = foundry().machine("debian");
        var tuned = foundry().snapshot(debian, "tuned", "");
        foundry().services().golden().promote(debian.id(), tuned.id(), "");
        try (Services terminal = foundry().connectRecorded("ingot clone debian web")) {
            terminal.cloner()
                    .clone(
                            new Cloner.Request(debian.id(), new From.Golden(), List.of("web"), false, false),
                            Progress.NONE);
        }
        open(() -> foundry().connectRecorded("window")).shows("web");
    }

    @Test
    void tellsWhatWasDoneHereAndElsewhereAndFollowsIt() {
        rig().click("History").shows("Today").shows("cloned from debian v1").shows("ada · ingot clone debian web");
        rig().click("All")
                .rightClick("web")
                .click("Start")
                .click("History")
                .shows("started")
                .shows("ada · window");
        foundry().services().power().forceOff(named("web").id());
        rig().click("All").rightClick("debian").click("Start").click("History");
        isTold("started", 2);
    }

    @Test
    void isSearchedAndLeadsToTheMachine() {
        rig().rightClick("debian").click("Start").click("History").shows("started");
        rig().press(KeyCode.CONTROL, KeyCode.F).type("web").hides("started").shows("cloned from debian v1");
        rig().type("nothing like it").shows("Nothing found").type("web");
        rig().rightClick("cloned from debian v1").click("Show Machine").shows("Hardware");
    }

    @Test
    void isToldOfOneMachineFromItsMenu() {
        rig().rightClick("web").click("Start").rightClick("debian").click("Start");
        rig().rightClick("web")
                .click("Show History")
                .shows("History of web")
                .shows("started")
                .shows("cloned from debian v1");
        isTold("started", 1);
        rig().press(KeyCode.ESCAPE).hides("History of web").shows("debian");
    }

    private void isTold(String words, int times) {
        rig().until(() -> rig().robot().lookup(".history-cell").queryAll().stream()
                        .filter(c -> String.valueOf(c.getAccessibleText()).contains(words))
                        .count()
                == times);
    }
}
