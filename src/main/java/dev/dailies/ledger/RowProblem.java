package dev.dailies.ledger;

import dev.dailies.provider.Problem;

/** A problem and the line of the row that has it. */
public record RowProblem(long line, Problem problem) {}
