package dev.dailies.ledger;

/**
 * A file under its final name in the output folder.
 *
 * @param name the plain file name
 * @param sha256 in hex
 * @param mediaType by the file's leading bytes
 */
public record DeliveredFile(String name, long bytes, String sha256, String mediaType) {}
