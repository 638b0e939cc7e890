package dev.dailies.simulator.task;

import java.net.URI;

/**
 * A task at a moment.
 *
 * @param now milliseconds since 1970
 * @param output where the clip or picture is, once there is one
 */
public record Task(Ticket ticket, long now, Stage stage, URI output) {}
