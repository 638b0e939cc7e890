package dev.dailies.simulator;

/**
 * What a valid create asks for, as far as the simulator cares.
 *
 * @param prompt empty if there is none
 * @param source the image or video to start from
 * @param seconds how long the clip shall play
 */
record Order(CreateRoute route, String prompt, String source, int seconds, Ratio ratio) {}
