package io.github.ingotvm.ui;

import io.github.ingotvm.model.MachineId;
import javafx.scene.input.KeyCode;

/** A machine's serial port in the {@link Gallery}: a session in colours, looked back at, taken away, and of a machine that is off. */
final class SerialRoom {
    private static final String PROMPT = "\033[1;32mroot@build\033[0m:\033[1;34m~\033[0m# ";

    private SerialRoom() {}

    static void serial(Gallery g) {
        MachineId id = g.foundry().machine("Build").id();
        g.foundry().services().power().start(id);
        g.rig().click("Build").press(KeyCode.ENTER).shows("Serial").click("Serial");
        g.rig().hasKeyboard("#terminal");
        g.take("serial-opened");
        g.foundry().fake().guest().says(id, session());
        g.rig().robot().sleep(5200); // the hint is gone
        g.take("serial");
        g.rig().robot().moveTo("#terminal").rightClickOn("#terminal");
        g.rig().shows("Paste");
        g.take("serial-menu");
        g.rig().press(KeyCode.ESCAPE);
        g.foundry().fake().guest().says(id, ("\r\n" + PROMPT + "dmesg").repeat(60));
        g.rig().press(KeyCode.SHIFT, KeyCode.PAGE_UP);
        g.take("serial-back");
        g.foundry().services().power().serial(id, bytes -> {}).close();
        g.rig().shows("Connect Again");
        g.take("serial-taken");
        g.foundry().services().power().forceOff(id);
        g.rig().shows("Start");
        g.take("serial-off");
    }

    private static String session() {
        return "\033[2J\033[HDebian GNU/Linux 12 build ttyS0\r\n\r\nbuild login: root\r\nPassword: \r\n"
                + PROMPT + "ls --color /\r\n"
                + "\033[1;36mbin\033[0m   \033[1;34mdev\033[0m  \033[1;34mhome\033[0m  \033[1;36mlib\033[0m    \033[1;34mmedia\033[0m  \033[1;34mopt\033[0m"
                + "   \033[1;34mroot\033[0m  \033[30;42mtmp\033[0m  \033[1;34mvar\033[0m\r\n"
                + PROMPT + "make check\r\n"
                + "\033[32mPASS\033[0m: größe.test\r\n\033[32mPASS\033[0m: 漢字.test\r\n\033[1;31mFAIL\033[0m: \033[4mnet.test\033[0m\r\n"
                + "\033[33m┌──────────┬───────┐\r\n│ passed   │     2 │\r\n│ failed   │     1 │\r\n└──────────┴───────┘\033[0m\r\n"
                + "\033[38;5;208m256 colours\033[0m, \033[38;2;120;200;255m24 bits\033[0m, \033[7minverse\033[0m, \033[2mfaint\033[0m, \033[3mitalic\033[0m\r\n"
                + PROMPT;
    }
}
