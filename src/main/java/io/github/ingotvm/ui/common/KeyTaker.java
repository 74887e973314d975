package io.github.ingotvm.ui.common;

/** While this has the keyboard, the window's shortcuts are silent: the keys are meant for a guest. */
public interface KeyTaker {}
