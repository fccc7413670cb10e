package io.partnerhub.coupon.export;

import io.partnerhub.coupon.record.LogSight;
import io.partnerhub.coupon.record.RecordQuery;

/** Whose records go into a file, which of them, and in which language. */
record ExportRequest(LogSight sight, RecordQuery query, boolean chinese) {
}
