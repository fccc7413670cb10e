package io.partnerhub.billing.account;

import java.util.UUID;

import io.partnerhub.billing.account.VendorPostings.Kind;
import io.partnerhub.billing.account.VendorPostings.Posted;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the vendor does to a partner's accounts beside topping up: it sets the credit
 * line, grants bonus, takes and gives back deposit (9.1), and takes entries back.
 */
@RestController
class VendorAccountApi {

	private final VendorPostings postings;

	VendorAccountApi(VendorPostings postings) {
		this.postings = postings;
	}

	@PutMapping("/api/v1/vendor/credit-lines/{id}")
	@Operation(summary = "Sets a partner's credit line, not below what is used of it")
	CreditLine grantCredit(Caller caller, @PathVariable UUID id, @Valid @RequestBody CreditLine line) {
		caller.require(Caller.Kind.VENDOR);
		if (line.limit().compareTo(Money.zero()) < 0) {
			throw Problem.invalid("/limit", "OUT_OF_RANGE", "must not be less than 0.00");
		}
		return new CreditLine(this.postings.grantCredit(id, line.limit()).creditLimit());
	}

	@PostMapping("/api/v1/vendor/account-postings")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Grants a partner bonus, or takes or gives back deposit; once per transaction id")
	Posted post(Caller caller, @Valid @RequestBody Request request) {
		caller.require(Caller.Kind.VENDOR);
		return this.postings.post(request.partnerId(), request.kind(), request.amount(), request.transactionId());
	}

	@PostMapping("/api/v1/vendor/entries/{id}/reversal")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Takes a bonus or deposit entry back by another, at most once")
	Posted reverse(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return this.postings.reverse(id);
	}

	/**
	 * A credit line.
	 *
	 * @param limit 0.00 or more; 0.00 grants none
	 */
	record CreditLine(@NotNull Money limit) {
	}

	/**
	 * What is to be posted.
	 *
	 * @param amount more than 0.00; a deposit given back at most what is there
	 * @param transactionId the vendor's id, once per partner and kind
	 */
	record Request(@NotNull UUID partnerId, @NotNull Kind kind, @NotNull @Positive Money amount,
			@NotNull UUID transactionId) {
	}

}
