/**
 * What is configured, and where each value comes from: flags, the environment, the job file,
 * defaults.
 */
@NullMarked
package dev.dailies.settings;

import org.jspecify.annotations.NullMarked;
