package io.github.ingotvm.ui;

import io.github.ingotvm.fake.FakeConsoles;
import io.github.ingotvm.fake.FakeHypervisor;
import io.github.ingotvm.hypervisor.Consoles;
import io.github.ingotvm.hypervisor.Definitions;
import io.github.ingotvm.hypervisor.Events;
import io.github.ingotvm.hypervisor.Host;
import io.github.ingotvm.hypervisor.Hypervisor;
import io.github.ingotvm.hypervisor.Machines;
import io.github.ingotvm.hypervisor.Merging;
import io.github.ingotvm.hypervisor.Power;
import io.github.ingotvm.hypervisor.Screens;
import io.github.ingotvm.hypervisor.Snapshots;
import io.github.ingotvm.hypervisor.Volumes;
import io.github.ingotvm.model.MachineId;
import io.github.ingotvm.model.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** The hypervisor in memory, with screens that look like something: a terminal or a desktop, by the machine's name. */
record PaintedScreens(FakeHypervisor fake, HeldCopies copies, FakeConsoles.Painter painter) implements Hypervisor {
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    @Override
    public Screens screens() {
        return id -> fake.screens().capture(id).map(plain -> painter.paint(id, WIDTH, HEIGHT));
    }

    @Override
    public Consoles consoles() {
        return fake.consoles(painter);
    }

    static Picture paint(MachineId id, int width, int height) {
        return paint(id.hashCode(), width, height);
    }

    /** A picture each of whose pixels says where it is. */
    static Picture numbered(MachineId id, int width, int height) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = number(x, y);
            }
        }
        return new Picture(width, height, argb);
    }

    /** The pixel of {@link #numbered} at a place. */
    static int number(int x, int y) {
        return 0xFF000000 | (x & 0xFF) << 16 | (y & 0xFF) << 8 | (x >> 8) << 4 | y >> 8;
    }

    private static Picture paint(int seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (seed % 2 == 0) {
            terminal(g, seed, width, height);
        } else {
            desktop(g, seed, width, height);
        }
        g.dispose();
        return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static void terminal(Graphics2D g, int seed, int screenWidth, int screenHeight) {
        g.setColor(new Color(0x101418));
        g.fillRect(0, 0, screenWidth, screenHeight);
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 20));
        for (int line = 0; line < 22; line++) {
            g.setColor(line % 5 == 0 ? new Color(0x8fbf6f) : new Color(0xc8ccd0));
            int width = 120 + Math.floorMod(seed * 31 + line * 7919, 640);
            for (int x = 32; x < width; x += 48 + Math.floorMod(seed + x * line, 56)) {
                g.fillRoundRect(x, 36 + line * 32, 36 + Math.floorMod(x * 13 + line, 30), 12, 4, 4);
            }
        }
    }

    private static void desktop(Graphics2D g, int seed, int width, int height) {
        float hue = Math.floorMod(seed, 360) / 360f;
        g.setPaint(new GradientPaint(
                0,
                0,
                Color.getHSBColor(hue, 0.55f, 0.55f),
                width,
                height,
                Color.getHSBColor(hue + 0.12f, 0.6f, 0.25f)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(0, 0, 0, 150));
        g.fillRect(0, 0, width, 36);
        g.setColor(new Color(255, 255, 255, 235));
        g.fillRoundRect(180, 130, 620, 460, 18, 18);
        g.setColor(new Color(225, 225, 228));
        g.fillRoundRect(180, 130, 620, 48, 18, 18);
        g.setColor(new Color(180, 184, 190));
        for (int line = 0; line < 9; line++) {
            g.fillRoundRect(220, 210 + line * 38, 180 + Math.floorMod(seed * line * 17, 320), 14, 6, 6);
        }
    }

    @Override
    public String uri() {
        return "qemu:///session";
    }

    @Override
    public Host host() {
        return fake.host();
    }

    @Override
    public Machines machines() {
        return fake.machines();
    }

    @Override
    public Power power() {
        return fake.power();
    }

    @Override
    public Definitions definitions() {
        return fake.definitions();
    }

    @Override
    public Snapshots snapshots() {
        return fake.snapshots();
    }

    @Override
    public Volumes volumes() {
        return copies.around(fake.volumes());
    }

    @Override
    public Merging merging() {
        return fake.merging();
    }

    @Override
    public Events events() {
        return fake.events();
    }

    @Override
    public void close() {
        fake.close();
    }
}
