package dev.dailies.provider.spi;

/** The own settings of a provider type that has none. */
public record NoSettings() {}
