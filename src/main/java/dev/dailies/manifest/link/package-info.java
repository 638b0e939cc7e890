/** What a link is made of: hosts, escapes, signatures, pages that only show a file. */
@NullMarked
package dev.dailies.manifest.link;

import org.jspecify.annotations.NullMarked;
