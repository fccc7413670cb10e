package io.partnerhub.billing.payonbehalf;

import java.util.List;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking the partner to pay, cancelling, and rejecting (ORD-05, ORD-10, ORD-11). */
@RestController
@Tag(name = "Orders")
class PayRequestApi {

	private final PayRequests requests;

	private final PaySettings settings;

	PayRequestApi(PayRequests requests, PaySettings settings) {
		this.requests = requests;
		this.settings = settings;
	}

	@PostMapping("/api/v1/my/orders/{orderId}/payment-request")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Ask one's partner to pay an order (代付)",
			description = "404 ORDER_NOT_FOUND; 409 ORDER_NOT_PENDING, ORDER_EXPIRED, PAY_ON_BEHALF_NOT_ALLOWED, PAY_ON_BEHALF_REQUESTED, "
					+ "ORDER_NOT_PROVIDABLE, COMBINED_ORDER_PARTIAL.")
	void request(Caller caller, @PathVariable String orderId) {
		this.requests.request(caller, orderId);
	}

	@PostMapping("/api/v1/my/orders/{orderId}/cancellation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Cancel an unpaid order of one's own, and the request to pay it",
			description = "What it kept of coupons is free again. 404 ORDER_NOT_FOUND; 409 ORDER_NOT_PENDING, ORDER_EXPIRED, "
					+ "COMBINED_ORDER_PARTIAL.")
	void cancel(Caller caller, @PathVariable String orderId) {
		this.requests.cancel(caller, orderId);
	}

	@PostMapping("/api/v1/orders/{orderId}/rejection")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Reject a customer's request to pay an order (驳回)",
			description = "He can pay himself, or ask again. 400 REJECT_REASON_REQUIRED; 404 ORDER_NOT_FOUND; 409 "
					+ "ORDER_NOT_PENDING, ORDER_EXPIRED, COMBINED_ORDER_PARTIAL, PAY_ON_BEHALF_NOT_ALLOWED if there is no open "
					+ "request.")
	void reject(Caller caller, @PathVariable String orderId, @Valid @RequestBody Reason reason) {
		this.requests.reject(caller, orderId, required(reason.reason()));
	}

	@PostMapping("/api/v1/order-rejections")
	@Operation(summary = "Reject up to 100 requests, each for itself (ORD-11)",
			description = "One reason for all: 400 REJECT_REASON_REQUIRED without. Of those that were not rejected code says why, "
					+ "as the single rejection does. They are told as they were named, a number that was named twice twice.")
	Outcome rejectAll(Caller caller, @Valid @RequestBody Batch batch) {
		if (batch.orderIds().size() > this.settings.rejectedAtOnce()) {
			throw Problem.invalid("/orderIds", "SIZE", "At most " + this.settings.rejectedAtOnce() + " at once.");
		}
		return new Outcome(this.requests.reject(caller, batch.orderIds(), required(batch.reason()))
			.stream()
			.map(Item::of)
			.toList());
	}

	/** The customer reads why. */
	private static String required(@Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			throw Problem.badRequest("REJECT_REASON_REQUIRED", "Say why; the customer reads it.");
		}
		return reason.strip();
	}

	/**
	 * Why a request is rejected.
	 *
	 * @param reason 1–256 characters
	 */
	record Reason(@Nullable @Size(max = 256) String reason) {
	}

	/**
	 * Requests to be rejected.
	 *
	 * @param orderIds 1–100 numbers of orders
	 * @param reason of all, 1–256 characters
	 */
	record Batch(@NotEmpty @Size(max = 500) List<@NotNull @Size(min = 1, max = 64) String> orderIds,
			@Nullable @Size(max = 256) String reason) {
	}

	/** What became of each. */
	record Outcome(List<Item> items) {
	}

	/**
	 * What became of one.
	 *
	 * @param rejected whether it is
	 * @param code why not, as the single rejection tells it
	 */
	record Item(String orderId, boolean rejected, @Nullable String code, @Nullable String detail) {

		static Item of(PayRequests.Rejection rejection) {
			Problem refusal = rejection.refusal();
			return new Item(rejection.number(), refusal == null, (refusal != null) ? refusal.code() : null,
					(refusal != null) ? refusal.detail() : null);
		}

	}

}
