/** What models take and cost, by data files that carry a date; users can add to them. */
@NullMarked
package dev.dailies.provider.models;

import org.jspecify.annotations.NullMarked;
