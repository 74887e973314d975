package io.github.ingotvm;

import io.github.ingotvm.cli.Cli;
import io.github.ingotvm.cli.Terminal;
import io.github.ingotvm.download.Downloads;
import io.github.ingotvm.history.History;
import io.github.ingotvm.libvirt.LibvirtHypervisor;
import io.github.ingotvm.model.IngotException;
import io.github.ingotvm.model.IngotException.Kind;
import io.github.ingotvm.osinfo.OsLibrary;
import io.github.ingotvm.service.Services;
import io.github.ingotvm.service.install.Systems;
import io.github.ingotvm.ui.App;

/** The composition root: without a command it opens the window, with one it is the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        String via = args.length == 0 ? "window" : "ingot " + String.join(" ", args);
        Cli.Wiring wiring = new Cli.Wiring(
                () -> Systems.of(System.getenv()),
                Main::downloads,
                uri -> connect(uri, via),
                uri -> history(uri, via),
                uri -> openWindow(uri, via),
                () -> System.setProperty(LogConfigurator.VERBOSE, "true"),
                StateFolder.log());
        System.exit(new Cli(Terminal.ofProcess(), wiring).runProcess(args));
    }

    private static Downloads downloads() {
        return Downloads.of(SettingsFile.under(System.getenv()));
    }

    private static History history(String uri, String via) {
        return History.in(StateFolder.history(), new History.Author(System.getProperty("user.name", ""), via, uri));
    }

    private static Services connect(String uri, String via) {
        return Services.on(
                LibvirtHypervisor.connect(uri, SettingsFile.under(System.getenv())),
                StateFolder.locks(uri),
                OsLibrary.of(System.getenv()),
                history(uri, via));
    }

    private static void openWindow(String uri, String via) {
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new IngotException(
                    Kind.UNSUPPORTED,
                    "There is no display to open the window on; `ingot help` lists what works in a terminal.");
        }
        App.open(new App.Launch(() -> connect(uri, via), downloads()));
    }
}
