package io.github.ingotvm.console.keyboard;

/**
 * How a sign is typed on this keyboard.
 *
 * @param scanCode of the key, see {@link io.github.ingotvm.console.RfbClient#key(int, int, boolean)}
 * @param shift whether Shift is held
 * @param altGr whether AltGr is held
 */
public record Stroke(int scanCode, boolean shift, boolean altGr) {}
