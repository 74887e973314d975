package io.github.ingotvm.ui.common;

/** What every part of the window works with. */
public record Tools(Background background, Works works, Notices notices, Sheets sheets) {}
