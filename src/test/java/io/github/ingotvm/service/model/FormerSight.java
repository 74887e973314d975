package io.github.ingotvm.service.model;

import java.util.Map;
import java.util.Optional;

/**
 * What people get back when they undo an update.
 *
 * @param disks those that were exchanged, by target
 * @param variables the firmware's, where they were exchanged
 */
record FormerSight(Link link, Map<String, Map<String, String>> disks, Optional<Map<String, String>> variables) {}
