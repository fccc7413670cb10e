package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Appropriation and reclaim for a partner's people (9.3). */
@RestController
class AppropriationApi {

	private final Appropriations appropriations;

	private final AdjustRecords records;

	private final Proofs proofs;

	AppropriationApi(Appropriations appropriations, AdjustRecords records, Proofs proofs) {
		this.appropriations = appropriations;
		this.records = records;
		this.proofs = proofs;
	}

	@PostMapping("/api/v1/appropriations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Gives a resale customer money to spend (拨款)",
			description = "With the proof of a verification code for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	Answer appropriate(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		requireProof(caller, proof);
		return Answer.of(this.appropriations.appropriate(caller, Realm.of(caller), request.adjustment()));
	}

	@PostMapping("/api/v1/balance-reclamations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Takes appropriated money back from a resale customer (回收)",
			description = "With the proof of a verification code for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	Answer reclaim(Caller caller, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		requireProof(caller, proof);
		return Answer.of(this.appropriations.reclaim(caller, Realm.of(caller), request.adjustment()));
	}

	@GetMapping("/api/v1/appropriations")
	@Operation(summary = "Appropriations, reclaims and returns, newest first")
	Page<Answer> list(Caller caller, @RequestParam(required = false) @Nullable UUID customerId, PageQuery page) {
		return this.records.page(caller, customerId, page).map(Answer::of);
	}

	private void requireProof(Caller caller, @Nullable String proof) {
		AppropriationRules.requireAdjusting(caller);
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ADJUST_CUSTOMER_ACCOUNT, proof);
	}

	/**
	 * Money to move.
	 *
	 * @param transactionId the caller's own id of the transaction, if he keeps one
	 */
	record Request(@NotNull UUID customerId, @NotNull @Positive Money amount, @Nullable UUID transactionId) {

		Adjustment adjustment() {
			return Adjustment.of(this.customerId, this.amount, this.transactionId);
		}

	}

	/** A record of money that moved; the customer's name stays masked in lists. */
	record Answer(UUID id, UUID transactionId, UUID customerId, String customerName, String operationType, Money amount,
			String operator, Instant at) {

		static Answer of(AdjustRecord record) {
			return new Answer(record.id(), record.transactionId(), record.customerId(), masked(record.customerName()),
					record.operationType(), record.amount(), record.operator(), record.at());
		}

		private static String masked(String name) {
			return name.substring(0, name.offsetByCodePoints(0, Math.min(1, name.length()))) + "***";
		}

	}

}
