package io.partnerhub.coupon.operation;

import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Long work and its progress. */
@RestController
@Tag(name = "Operations")
class OperationApi {

	private final LongOperations operations;

	OperationApi(LongOperations operations) {
		this.operations = operations;
	}

	@GetMapping("/api/v1/coupon-operations")
	@Operation(summary = "List long operations, newest first")
	Page<OperationView> list(Caller caller, @RequestParam LongOperation.@Nullable Kind kind, PageQuery page) {
		return this.operations.list(caller, kind, page).map((operation) -> OperationView.of(operation, null));
	}

	@GetMapping("/api/v1/coupon-operations/{id}")
	@Operation(summary = "Show how far an operation is")
	OperationView get(Caller caller, @PathVariable UUID id) {
		LongOperation operation = this.operations.get(caller, id);
		return OperationView.of(operation, this.operations.outcomes(operation));
	}

	@PostMapping("/api/v1/coupon-operations/{id}/cancellation")
	@Operation(summary = "Stop an operation: what is done stays done, nothing more is done")
	OperationView cancel(Caller caller, @PathVariable UUID id) {
		return OperationView.of(this.operations.cancel(caller, id), null);
	}

}
