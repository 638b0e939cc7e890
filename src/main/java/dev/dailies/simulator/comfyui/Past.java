package dev.dailies.simulator.comfyui;

import java.util.List;

/**
 * A prompt that has ended.
 *
 * @param start when it began to run, in milliseconds since 1970
 * @param end when it ended, in milliseconds since 1970
 * @param files what it saved
 */
record Past(Prompt prompt, long start, long end, List<Saved> files) {}
