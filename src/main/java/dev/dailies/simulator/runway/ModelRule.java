package dev.dailies.simulator.runway;

import java.util.Map;

/**
 * What a create of one model may hold.
 *
 * @param closed other fields are refused
 */
record ModelRule(boolean closed, Map<String, FieldRule> fields) {}
