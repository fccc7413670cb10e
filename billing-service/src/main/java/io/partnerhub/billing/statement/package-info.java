/**
 * Statements of account (对账单) as PDF and CSV, in Chinese or English: asked for, written
 * while their progress can be seen, and kept for some days.
 */
@NullMarked
package io.partnerhub.billing.statement;

import org.jspecify.annotations.NullMarked;
