package io.github.ingotvm.model;

/**
 * A picture of a machine's screen.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb row by row from the top left, 0xAARRGGBB; owned by the receiver
 */
@SuppressWarnings("ArrayRecordComponent") // A million pixels: copying them into a list would serve nobody.
public record Picture(int width, int height, int[] argb) {}
