package io.partnerhub.billing.appropriation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Many appropriations or reclaims in one call (批量拨款, 批量回收; ADJ-03). */
@RestController
class AppropriationBatchApi {

	private final Appropriations appropriations;

	private final KnownPartners partners;

	AppropriationBatchApi(Appropriations appropriations, KnownPartners partners) {
		this.appropriations = appropriations;
		this.partners = partners;
	}

	@PostMapping("/api/v1/appropriation-batches")
	@RequiresIdempotencyKey
	@Operation(summary = "Gives up to 100 resale customers money, each whom the rules and the balance allow",
			description = "With one proof for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	BatchView appropriate(Caller caller, @Valid @RequestBody Batch batch,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return adjust(caller, batch, EntryKind.BEADJUST, proof);
	}

	@PostMapping("/api/v1/balance-reclamation-batches")
	@RequiresIdempotencyKey
	@Operation(summary = "Takes money back from up to 100 resale customers, from each who has it",
			description = "With one proof for ADJUST_CUSTOMER_ACCOUNT, if the partner has switched codes on.")
	BatchView reclaim(Caller caller, @Valid @RequestBody Batch batch,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		return adjust(caller, batch, EntryKind.BERETRIEVE, proof);
	}

	private BatchView adjust(Caller caller, Batch batch, EntryKind kind, @Nullable String proof) {
		AppropriationRules.requireAdjusting(caller, AdjustTarget.CUSTOMER);
		batch.requireEachOnce();
		Realm realm = this.partners.realmOf(caller, batch.indirectPartnerId());
		List<AdjustCommand> commands = batch.items()
			.stream()
			.map((item) -> new AdjustCommand(caller, realm,
					Adjustment.ofCustomer(kind, item.customerId(), batch.type(), item.amount(), item.transactionId(),
							batch.remark()),
					true, proof, Outbox.Fact.presentTrace()))
			.toList();
		return BatchView.of(commands, this.appropriations.adjustEach(commands));
	}

	/**
	 * Many wishes of one kind.
	 *
	 * @param items 1-100, each customer once
	 * @param type of all of them; CASH unless told
	 * @param indirectPartnerId the reseller whose customers they are; its money moves
	 * @param remark 1-256 characters, stays with the partner
	 */
	record Batch(@NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items, @Nullable AppropriationType type,
			@Nullable UUID indirectPartnerId, @Nullable @Size(min = 1, max = 256) String remark) {

		void requireEachOnce() {
			Set<UUID> seen = new HashSet<>();
			if (!this.items.stream().allMatch((item) -> seen.add(item.customerId()))) {
				throw Problem.invalid("/items", "DUPLICATE", "Each customer is named once.");
			}
		}

	}

	/** One of many. */
	record Item(@NotNull UUID customerId, @NotNull @Positive Money amount, @Nullable UUID transactionId) {
	}

	/** What came of each, in the order they were named. */
	record BatchView(List<AdjustRecordView> adjusted, List<NotAdjusted> refused) {

		static BatchView of(List<AdjustCommand> commands, List<Outcome<AdjustRecord>> outcomes) {
			BatchView view = new BatchView(new ArrayList<>(), new ArrayList<>());
			for (int index = 0; index < outcomes.size(); index++) {
				try {
					view.adjusted().add(AdjustRecordView.of(outcomes.get(index).get()));
				}
				catch (Problem ex) {
					view.refused().add(new NotAdjusted(commands.get(index).wish().targetId(), ex.code(), ex.detail()));
				}
			}
			return view;
		}

	}

	/** Whose account did not change, and why: the code it would be refused with alone. */
	record NotAdjusted(UUID customerId, String code, String detail) {
	}

}
