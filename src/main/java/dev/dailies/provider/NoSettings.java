package dev.dailies.provider;

/** The own settings of a provider type that has none. */
public record NoSettings() {}
