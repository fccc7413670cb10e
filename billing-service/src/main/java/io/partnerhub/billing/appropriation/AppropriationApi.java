package io.partnerhub.billing.appropriation;

import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Appropriation to customers and resellers, and reclaim, for a partner's people (9.3).
 */
@RestController
class AppropriationApi {

	private final AdjustQueue queue;

	private final KnownPartners partners;

	AppropriationApi(AdjustQueue queue, KnownPartners partners) {
		this.queue = queue;
		this.partners = partners;
	}

	@PostMapping("/api/v1/appropriations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Gives a resale customer money to spend (拨款)",
			description = "With the proof of a verification code for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AdjustRecordView.class)))
	ResponseEntity<byte[]> appropriate(Caller caller, CommandKey key, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return customer(caller, key, request, EntryKind.BEADJUST, proof);
	}

	@PostMapping("/api/v1/balance-reclamations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Takes appropriated money back from a resale customer (回收)",
			description = "With the proof of a verification code for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AdjustRecordView.class)))
	ResponseEntity<byte[]> reclaim(Caller caller, CommandKey key, @Valid @RequestBody Request request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return customer(caller, key, request, EntryKind.BERETRIEVE, proof);
	}

	@PostMapping("/api/v1/reseller-appropriations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Gives a reseller of the distributor cash (拨款)",
			description = "With the proof of a verification code for ADJUST_RESELLER_ACCOUNT, if the partner has switched codes on.")
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AdjustRecordView.class)))
	ResponseEntity<byte[]> appropriateToReseller(Caller caller, CommandKey key,
			@Valid @RequestBody ResellerRequest request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return reseller(caller, key, request, EntryKind.BEADJUST, proof);
	}

	@PostMapping("/api/v1/reseller-balance-reclamations")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@KeepsItsAnswer
	@Operation(summary = "Takes cash back from a reseller of the distributor (回收)",
			description = "With the proof of a verification code for ADJUST_RESELLER_ACCOUNT, if the partner has switched codes on.")
	@ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AdjustRecordView.class)))
	ResponseEntity<byte[]> reclaimFromReseller(Caller caller, CommandKey key,
			@Valid @RequestBody ResellerRequest request,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return reseller(caller, key, request, EntryKind.BERETRIEVE, proof);
	}

	private ResponseEntity<byte[]> customer(Caller caller, CommandKey key, Request request, EntryKind kind,
			@Nullable String proof) {
		AppropriationRules.requireAdjusting(caller, AdjustTarget.CUSTOMER);
		return this.queue
			.adjust(key,
					new AdjustCommand(caller, this.partners.realmOf(caller, request.indirectPartnerId()),
							Adjustment.ofCustomer(kind, request.customerId(), request.type(), request.amount(),
									request.transactionId(), request.remark()),
							true, proof, Outbox.Fact.presentTrace()));
	}

	private ResponseEntity<byte[]> reseller(Caller caller, CommandKey key, ResellerRequest request, EntryKind kind,
			@Nullable String proof) {
		AppropriationRules.requireAdjusting(caller, AdjustTarget.RESELLER);
		return this.queue.adjust(key,
				new AdjustCommand(
						caller, this.partners.realmOf(caller, null), Adjustment.ofReseller(kind, request.resellerId(),
								request.amount(), request.transactionId(), request.remark()),
						true, proof, Outbox.Fact.presentTrace()));
	}

	/**
	 * Money to move between a partner and a resale customer.
	 *
	 * @param amount more than 0.00; at most what the payer has free (ADJ-02, ADJ-04)
	 * @param type CASH unless told; a reclaim takes back the same kind (ADJ-03)
	 * @param transactionId the caller's own id of the transaction, if he keeps one
	 * @param indirectPartnerId the reseller whose customer it is; its money moves
	 * (ADJ-05)
	 * @param remark 1-256 characters, stays with the partner
	 */
	record Request(@NotNull UUID customerId, @NotNull @Positive Money amount, @Nullable AppropriationType type,
			@Nullable UUID transactionId, @Nullable UUID indirectPartnerId,
			@Nullable @Size(min = 1, max = 256) String remark) {
	}

	/**
	 * Cash to move between a distributor and a reseller (ADJ-06).
	 *
	 * @param amount more than 0.00; at most what the payer has free
	 * @param transactionId the caller's own id of the transaction, if he keeps one
	 * @param remark 1-256 characters, stays with the distributor
	 */
	record ResellerRequest(@NotNull UUID resellerId, @NotNull @Positive Money amount, @Nullable UUID transactionId,
			@Nullable @Size(min = 1, max = 256) String remark) {
	}

}
