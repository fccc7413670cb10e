package io.partnerhub.billing.provider;

import java.util.function.Consumer;

/**
 * Who acts on the final answers to instructions of a kind, in the transaction that keeps
 * the answer. As a bean it is found by itself.
 */
public record Hearing(Instruction.Kind kind, Consumer<Instruction> heard) {
}
