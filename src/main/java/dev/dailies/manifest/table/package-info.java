/** A file of any form as rows: CSV, Excel, JSON; its framing, its header, its encoding. */
@NullMarked
package dev.dailies.manifest.table;

import org.jspecify.annotations.NullMarked;
