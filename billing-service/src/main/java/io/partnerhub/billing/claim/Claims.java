package io.partnerhub.billing.claim;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partners claim transfers to the general account (TOP-02), each bank serial number once
 * (TOP-04); the vendor may refuse what nobody can match.
 */
@Service
class Claims {

	private final ClaimStore store;

	private final Crediting crediting;

	private final Clock clock;

	Claims(ClaimStore store, Crediting crediting, Clock clock) {
		this.store = store;
		this.crediting = crediting;
		this.clock = clock;
	}

	/** Credits at once if the transfer is known and the payer may pay. */
	@Transactional
	Claim submit(Caller caller, String bankSerialNumber, Money amount, String payerName) {
		requireToppingUp(caller);
		Claim claim = new Claim(Ids.next(), Realm.of(caller), bankSerialNumber, amount, payerName, ClaimState.SUBMITTED,
				null, null, caller.subject(), this.clock.instant(), null);
		Optional<IncomingTransfer> transfer = this.crediting.transfer(bankSerialNumber);
		if (!this.store.insert(claim)) {
			throw Problem.conflict("TOP_UP_CLAIM_EXISTS", "This transfer has been claimed already.");
		}
		return transfer.map((known) -> this.crediting.match(claim, known)).orElse(claim);
	}

	@Transactional
	Claim reject(UUID id, String reason) {
		Claim claim = this.store.lock(id).orElseThrow(() -> Problem.notFound("claim"));
		if (!claim.state().isOpen()) {
			throw Problem.conflict("TOP_UP_CLAIM_STATE", "The claim has been decided.").with("state", claim.state());
		}
		Claim rejected = claim.rejected(reason, this.clock.instant());
		this.store.save(rejected);
		return rejected;
	}

	@Transactional(readOnly = true)
	Claim own(Caller caller, UUID id) {
		requireToppingUp(caller);
		return this.store.find(Realm.of(caller), id).orElseThrow(() -> Problem.notFound("claim"));
	}

	@Transactional(readOnly = true)
	Page<Claim> ownPage(Caller caller, @Nullable ClaimState state, PageQuery page) {
		requireToppingUp(caller);
		return Page.of(this.store.page(Realm.of(caller), state, page), page, Claim::id);
	}

	@Transactional(readOnly = true)
	Page<Claim> page(@Nullable ClaimState state, PageQuery page) {
		return Page.of(this.store.page(null, state, page), page, Claim::id);
	}

	/** Those who see the whole partner and carry the permission item 充值 (ORG-11). */
	static void requireToppingUp(Caller caller) {
		caller.requireWhole(Permission.TOP_UP);
	}

}
