package dev.dailies;

/** x. */
public final class Dailies {
  private Dailies() {}

  public static void main(String[] args) {}
}
