package io.github.ingotvm.ui;

import io.github.ingotvm.model.VirtualMachine;
import io.github.ingotvm.service.clones.Cloner;
import io.github.ingotvm.service.names.NamePattern;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;

/** What is rare: very much, very long, in other scripts; and where the keyboard is. */
final class OddRooms {
    private static final String LONG =
            "A very long name that somebody pasted from a ticket ".repeat(4).substring(0, 200);

    private OddRooms() {}

    static void odd(Gallery g) {
        Foundry foundry = g.foundry();
        VirtualMachine mould = foundry.machine("mould");
        var golden = foundry.snapshot(mould, "Just Installed", "");
        foundry.services().golden().promote(mould.id(), golden.id(), "");
        String[] names = NamePattern.expand("runner-{01..56}").toArray(new String[0]);
        foundry.clones(mould, new Cloner.From.Golden(), false, names);
        VirtualMachine longest = foundry.machine(LONG);
        var whole = foundry.snapshot(longest, LONG, LONG);
        foundry.services().golden().promote(longest.id(), whole.id(), LONG);
        foundry.clones(longest, new Cloner.From.Golden(), false, "B " + LONG.substring(2));
        foundry.snapshot(longest, "日本語のスナップショット", "说明：安装了中文环境");
        foundry.snapshot(longest, "תמונת מצב אחרי התקנה", "");
        foundry.machine("שרת בדיקות של הצוות");
        foundry.machine("テスト用の仮想マシン");
        g.rig().shows("mould");
        g.rig().robot().sleep(1000);
        g.take("odd-machines");
        g.rig().press(KeyCode.END).robot().sleep(300);
        g.take("odd-machines-end");
        g.rig().press(KeyCode.CONTROL, KeyCode.A).robot().sleep(200);
        g.take("odd-machines-all");
        g.rig().press(KeyCode.CONTROL, KeyCode.DIGIT2).shows("Memory");
        g.take("odd-list");
        g.rig().press(KeyCode.CONTROL, KeyCode.DIGIT1).press(KeyCode.HOME);
        g.rig().press(KeyCode.ALT, KeyCode.ENTER).shows("Hardware");
        g.take("odd-overview");
        g.rig().click("Snapshots").shows("You are here");
        g.take("odd-snapshots");
        g.rig().rightClick("日本語のスナップショット").click("Revert To…");
        g.take("odd-revert");
        g.rig()
                .press(KeyCode.ESCAPE)
                .click("Golden images")
                .press(KeyCode.ENTER)
                .shows("Clone…");
        g.take("odd-golden");
        g.rig()
                .press(KeyCode.CONTROL, KeyCode.DIGIT1)
                .press(KeyCode.HOME)
                .press(KeyCode.F2)
                .shows("Rename");
        g.take("odd-rename");
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.DELETE).robot().sleep(300);
        g.take("odd-delete-refused");
    }

    /** One picture for each stop of the Tab key. */
    static void focus(Gallery g) {
        g.foundry().furnish();
        g.rig().shows("web-04").robot().sleep(2000);
        stops(g, "focus-machines", 9);
        g.rig().press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…");
        GalleryRooms.paste(g, g.foundry().disc("Debian 12.5.0 amd64 n").toString());
        g.rig().robot().sleep(500);
        stops(g, "focus-create", 10);
        g.rig().press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).click("Debian 12").press(KeyCode.ALT, KeyCode.ENTER);
        g.rig().shows("Hardware");
        stops(g, "focus-overview", 8);
        g.rig().click("Golden images").press(KeyCode.ENTER).shows("Clone…");
        stops(g, "focus-golden", 6);
    }

    private static void stops(Gallery g, String name, int count) {
        for (int i = 0; i < count; i++) {
            g.take(name + "-" + i);
            g.rig().press(KeyCode.TAB);
        }
    }

    static void exported(Gallery g) {
        g.foundry().furnish();
        g.rig()
                .shows("Debian 12")
                .click("Golden images")
                .shows("Debian 12")
                .press(KeyCode.ENTER)
                .shows("Versions");
        g.rig().tool("More on this golden image").shows("Export…");
        g.take("golden-menu");
        g.rig().click("Export…").shows("Export Debian 12 v2");
        g.take("sheet-export");
        Path file = g.foundry().image().resolveSibling("debian-12-v2.ova");
        g.rig().type(file.toString()).press(KeyCode.ENTER).shows("Debian 12 v2 is exported to " + file + ".");
        g.take("golden-exported");
        g.rig().dismissNotices().press(KeyCode.CONTROL, KeyCode.N).shows("Choose File…");
        GalleryRooms.paste(g, file.toString());
        g.rig().shows("Bring it back as a golden image");
        g.take("create-golden");
        g.rig()
                .click("Import")
                .shows("There is already a machine or golden image called \"Debian 12\"; choose another name.");
        g.take("create-golden-taken");
    }
}
