package io.partnerhub.customer.verification;

import java.util.UUID;

import io.partnerhub.customer.verification.CodeRules.Verdict;

/** A code was typed in: what it turned out to be, and how many tries are left. */
record Attempt(UUID codeId, Verdict verdict, int triesLeft) {
}
