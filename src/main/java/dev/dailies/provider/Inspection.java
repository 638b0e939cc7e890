package dev.dailies.provider;

/**
 * What a server says of itself before anything is sent.
 *
 * @param words a sentence for people, without the server's address
 * @param isFit false if it certainly could not do the work as things are
 */
public record Inspection(String words, boolean isFit) {}
