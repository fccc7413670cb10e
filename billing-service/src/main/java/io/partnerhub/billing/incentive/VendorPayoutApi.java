package io.partnerhub.billing.incentive;

import java.time.LocalDate;
import java.util.UUID;

import io.partnerhub.billing.document.Reason;
import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.incentive.PayoutRequestApi.PayoutView;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of pay-outs (INC-02, INC-05). */
@RestController
@Tag(name = "Incentives")
class VendorPayoutApi {

	private final PayoutRequests requests;

	private final PayoutDecisions decisions;

	VendorPayoutApi(PayoutRequests requests, PayoutDecisions decisions) {
		this.requests = requests;
		this.decisions = decisions;
	}

	@GetMapping("/api/v1/vendor/incentive-payouts")
	@Operation(summary = "List the pay-outs of all partners, newest first",
			description = "PROCESSING ones wait for acceptance, PAYMENT_REVIEW ones for payment, FAILED ones for another"
					+ " attempt to grant the quota.")
	Page<PayoutView> list(Caller caller, @RequestParam @Nullable State state, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.requests.inState(state, page).map((request) -> PayoutView.of(request, null, caller));
	}

	@PostMapping("/api/v1/vendor/incentive-payouts/{id}/acceptance")
	@RequiresIdempotencyKey
	@Operation(summary = "Accept an application: the partner invoices it, or its quota is granted")
	PayoutView accept(Caller caller, @PathVariable UUID id,
			@RequestBody(required = false) @Nullable Acceptance acceptance) {
		caller.require(Caller.Kind.VENDOR);
		return view(this.decisions.accept(id, (acceptance != null) ? acceptance.invoiceBy() : null), caller);
	}

	@PostMapping("/api/v1/vendor/incentive-payouts/{id}/payment")
	@RequiresIdempotencyKey
	@Operation(summary = "Pay what the approved invoices cover: to the recharge account, or as told of the bank")
	PayoutView pay(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return view(this.decisions.pay(id), caller);
	}

	@PostMapping("/api/v1/vendor/incentive-payouts/{id}/rejection")
	@RequiresIdempotencyKey
	@Operation(summary = "Reject a pay-out that is not paid yet; its incentives can be applied for again")
	PayoutView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
		caller.require(Caller.Kind.VENDOR);
		return view(this.decisions.reject(id, reason.reason()), caller);
	}

	@PostMapping("/api/v1/vendor/incentive-payouts/{id}/repetition")
	@RequiresIdempotencyKey
	@Operation(summary = "Try again to grant the voucher quota of a pay-out; it is granted once")
	PayoutView repeat(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return view(this.decisions.repeat(id), caller);
	}

	private static PayoutView view(PayoutRequest request, Caller caller) {
		return PayoutView.of(request, null, caller);
	}

	/**
	 * An acceptance.
	 *
	 * @param invoiceBy last day for the partner's invoices, UTC+8; by configuration
	 * unless told
	 */
	@Schema(name = "PayoutAcceptance")
	record Acceptance(@Nullable LocalDate invoiceBy) {
	}

}
