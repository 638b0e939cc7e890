/** Whether what rows name by an address is there, and is what their provider takes. */
@NullMarked
package dev.dailies.job.doctor.link;

import org.jspecify.annotations.NullMarked;
