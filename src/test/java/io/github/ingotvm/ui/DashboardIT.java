package io.github.ingotvm.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingotvm.model.PowerState;
import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The machines at a glance, in the real window on a host in memory. */
class DashboardIT extends WindowTest {
    private PowerState stateOf(String name) {
        return named(name).state();
    }

    @Test
    void offersWhatToDoWhereThereIsNothing() {
        open();

        rig().shows("Cast your first machine").shows("Try the Demo Machine");
    }

    @Test
    void showsMachinesAsTheyComeChangeAndGo() {
        open();
        rig().shows("Cast your first machine");

        VirtualMachine made = foundry().machine("web");
        rig().shows("web").shows("Off");

        foundry().services().power().start(made.id());
        rig().shows("Running");

        foundry().services().lifecycle().rename(made.id(), "shop");
        rig().shows("shop").hides("web");

        foundry().fake().foreign().deletes(made.id());
        rig().shows("Cast your first machine");
    }

    @Test
    void marksClonesThatAreBehindTheirGoldenImage() {
        VirtualMachine mould = foundry().machine("mould");
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "one", "").id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "cast");
        open();
        rig().shows("cast").hides("v1 · behind");

        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "two", "").id(), "");

        rig().shows("v1 · behind").shows("v2");
    }

    @Test
    void startsAndForcesOffFromTheMenu() {
        foundry().machine("web");
        open();

        rig().rightClick("web").click("Start");
        rig().until(() -> stateOf("web") == PowerState.RUNNING).shows("Running");

        rig().rightClick("web").click("Force Off").shows("Force off “web”?");
        rig().press(KeyCode.ENTER);
        rig().until(() -> stateOf("web") == PowerState.OFF);
    }

    @Test
    void goesFromCardToCardByArrowsAndOpensTheMenuByKey() {
        foundry().machine("a");
        foundry().machine("b");
        open();
        rig().shows("b");

        rig().press(KeyCode.RIGHT);
        rig().until(() -> selected().equals(Set.of("b")));
        rig().press(KeyCode.LEFT);
        rig().until(() -> selected().equals(Set.of("a")));

        rig().press(KeyCode.SHIFT, KeyCode.F10);
        rig().shows("Take Snapshot…");
        rig().press(KeyCode.ESCAPE);
        rig().hides("Take Snapshot…");
    }

    @Test
    void keepsTheKeyboardWhileMachinesCome() {
        open();
        rig().shows("Cast your first machine");
        for (String name : List.of("b", "a", "c")) {
            foundry().machine(name);
            rig().shows(name);
        }

        rig().press(KeyCode.END);
        rig().until(() -> selected().equals(Set.of("c")));
        foundry().machine("d");
        rig().shows("d").press(KeyCode.RIGHT);
        rig().until(() -> selected().equals(Set.of("d")));
    }

    @Test
    void marksNoPlaceThatItIsNotAt() {
        foundry().machine("web");
        open();
        rig().shows("web").click("All").press(KeyCode.DOWN).press(KeyCode.DOWN);
        rig().shows("web");
        assertThat(rig().robot().lookup(".place").queryAllAs(ToggleButton.class))
                .filteredOn(ToggleButton::isSelected)
                .extracting(ToggleButton::getAccessibleText)
                .containsExactly("All, 1");
    }

    private Set<String> selected() {
        return rig().robot().lookup(".machine-card").queryAll().stream()
                .filter(n -> n.getPseudoClassStates().stream()
                        .anyMatch(p -> p.getPseudoClassName().equals("selected")))
                .map(Node::getAccessibleText)
                .map(t -> t.substring(0, t.indexOf(',')))
                .collect(Collectors.toSet());
    }

    @Test
    void renamesByF2() {
        foundry().machine("web");
        open();
        rig().click("web");

        rig().press(KeyCode.F2);
        rig().shows("Rename").type("日本 <&> \"1\"").press(KeyCode.ENTER);

        rig().shows("日本 <&> \"1\"");
        assertThat(named("日本 <&> \"1\"").name()).isNotEmpty();
    }

    @Test
    void saysInTheSheetThatANameIsTaken() {
        foundry().machine("a");
        foundry().machine("b");
        open();
        rig().click("a").press(KeyCode.F2).type("b").press(KeyCode.ENTER);

        rig().shows("There is already a virtual machine called \"b\"; choose another name.");
        rig().press(KeyCode.ESCAPE);
        rig().hides("There is already a virtual machine called \"b\"; choose another name.");
    }

    @Test
    void deletesWithUndo() {
        foundry().machine("web");
        open();
        rig().click("web").press(KeyCode.DELETE);
        rig().shows("Deleted “web”.").shows("Cast your first machine");

        rig().click("Undo");

        rig().shows("web");
        assertThat(named("web").state()).isEqualTo(PowerState.OFF);
    }

    @Test
    void carriesADeletionOutWhenTheWindowCloses() {
        foundry().machine("web");
        open();
        rig().click("web").press(KeyCode.DELETE).shows("Deleted “web”.");

        closeWindow();

        assertThat(foundry().services().inventory().machines()).isEmpty();
    }

    @Test
    void saysWhyAMachineThatClonesStandOnCannotBeDeleted() {
        VirtualMachine mould = foundry().machine("mould");
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "one", "").id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "cast");
        open();

        rig().click("mould").press(KeyCode.DELETE);
        rig().shows("“mould” cannot be deleted alone").shows("Delete All 2").press(KeyCode.ESCAPE);
        rig().hides("Delete All 2").shows("cast");
        assertThat(foundry().services().inventory().machines()).hasSize(2);

        rig().press(KeyCode.DELETE).click("Delete All 2");
        rig().shows("Deleted 2 machines.").shows("Cast your first machine");
        rig().click("Undo").shows("mould").shows("cast");

        rig().click("mould").press(KeyCode.DELETE).click("Delete All 2").shows("Deleted 2 machines.");
        rig().dismissNotices();
        rig().until(() -> foundry().services().inventory().machines().isEmpty());
    }

    @Test
    void deletesASourceSelectedTogetherWithItsClones() {
        VirtualMachine mould = foundry().machine("mould");
        foundry()
                .services()
                .golden()
                .promote(mould.id(), foundry().snapshot(mould, "one", "").id(), "");
        foundry().clones(mould, new Cloner.From.Golden(), false, "cast");
        open();

        rig().click("mould").press(KeyCode.CONTROL, KeyCode.A).press(KeyCode.DELETE);
        rig().shows("Deleted 2 machines.").dismissNotices();
        rig().until(() -> foundry().services().inventory().machines().isEmpty());
    }

    @Test
    void findsMachinesByWordsOfTheirNameAndState() {
        foundry().machine("web-1");
        foundry().machine("mail");
        open();
        rig().shows("mail").press(KeyCode.CONTROL, KeyCode.F).type("web off");

        rig().shows("web-1").hides("mail");
        rig().type("nothing like it").shows("Nothing found").click("Clear Search");
        rig().shows("mail");
    }

    @Test
    void showsTheSameInAList() {
        foundry().furnish();
        open();
        rig().shows("Debian 12").press(KeyCode.CONTROL, KeyCode.DIGIT2);

        rig().shows("Memory").shows("lab-firewall");
        rig().rightClick("lab-firewall").click("Resume");
        rig().until(() -> stateOf("lab-firewall") == PowerState.RUNNING);
    }

    @Test
    void saysThatTheConnectionIsLostAndBack() {
        foundry().machine("web");
        open();
        rig().shows("web");

        foundry().fake().foreign().stopsDaemon();
        rig().shows("The connection to the virtual machines is lost. They go on running; Ingot is trying to reconnect"
                + " by itself.");

        foundry().fake().foreign().startsDaemon();
        rig().shows("The connection is back.");
    }
}
