/**
 * A ComfyUI workflow and what of it a row sets: the graph as exported, the mapping of columns to
 * its inputs, the mapping's draft, and the graph that one row makes of it. Nothing here knows a
 * server.
 */
@NullMarked
package dev.dailies.provider.comfyui.workflow;

import org.jspecify.annotations.NullMarked;
