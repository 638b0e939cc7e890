/** Simulates ComfyUI's server. */
@NullMarked
package dev.dailies.simulator.comfyui;

import org.jspecify.annotations.NullMarked;
