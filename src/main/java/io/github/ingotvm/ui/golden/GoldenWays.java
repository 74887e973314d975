package io.github.ingotvm.ui.golden;

import io.github.ingotvm.ui.common.CloneStarter;
import io.github.ingotvm.ui.common.MachineActions;
import io.github.ingotvm.ui.common.Navigator;

/** The parts of the window that lead on from golden images. */
public record GoldenWays(Navigator navigator, MachineActions actions, CloneStarter cloning) {}
