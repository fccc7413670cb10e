package io.partnerhub.coupon.export;

import java.time.Instant;

import io.partnerhub.coupon.operation.LongOperation;
import org.jspecify.annotations.Nullable;

/**
 * An export and its file.
 *
 * @param keptUntil when the file goes, absent while it is written
 */
record Export(LongOperation operation, LongOperation.State state, ExportRequest request, @Nullable Instant keptUntil) {
}
