package io.partnerhub.coupon.operation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * An operation as front ends see it.
 *
 * @param kind VOUCHER_ISSUE or RECORD_EXPORT
 * @param dryRun tells what would happen; nothing changes
 * @param operator who asked for it
 * @param total how many items there are, absent until they are counted
 * @param done how many are through
 * @param succeeded how many of them went well, or would
 * @param failed how many did not, or would not
 * @param amount what the succeeded ones are worth, for vouchers
 * @param outcomes how many items came to which end, by code; absent in lists
 * @param allowedActions CANCEL while it runs
 */
public record OperationView(UUID id, LongOperation.Kind kind, LongOperation.State state, boolean dryRun,
		String operator, @Nullable Integer total, int done, int succeeded, int failed, @Nullable Money amount,
		@Nullable Map<String, Integer> outcomes, Instant createdAt, @Nullable Instant finishedAt,
		List<String> allowedActions) {

	static OperationView of(LongOperation operation, @Nullable Map<String, Integer> outcomes) {
		boolean vouchers = operation.kind() == LongOperation.Kind.VOUCHER_ISSUE;
		boolean runs = operation.state() == LongOperation.State.RUNNING;
		return new OperationView(operation.id(), operation.kind(), operation.state(), operation.dryRun(),
				operation.operator(), operation.total(), operation.done(), operation.succeeded(), operation.failed(),
				vouchers ? operation.amount() : null, outcomes, operation.createdAt(), operation.finishedAt(),
				runs ? List.of("CANCEL") : List.of());
	}

	/** 202 with where to ask for progress. */
	public static ResponseEntity<OperationView> accepted(LongOperation operation) {
		return ResponseEntity.accepted()
			.location(URI.create("/api/v1/coupon-operations/" + operation.id()))
			.body(of(operation, null));
	}

}
