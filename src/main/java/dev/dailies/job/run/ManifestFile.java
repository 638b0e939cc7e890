package dev.dailies.job.run;

import java.nio.file.Path;

/**
 * Where the manifest is read. A list on the web is put there first: in the output folder, and by
 * who only looks at a run in a folder of his own.
 */
public record ManifestFile(Path path) {}
