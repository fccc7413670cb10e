package io.partnerhub.billing.topup;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor reports money that arrived for a partner (9.2). Reported again it is the
 * same top-up; the same bank serial number with other content is refused (TOP-04).
 */
@Service
public class TopUps {

	private final TopUpStore store;

	private final Flows flows;

	private final KnownPartners partners;

	private final Payees payees;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Outbox outbox;

	private final Clock clock;

	TopUps(TopUpStore store, Flows flows, KnownPartners partners, Payees payees, Accounts accounts, Ledger ledger,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.flows = flows;
		this.partners = partners;
		this.payees = payees;
		this.accounts = accounts;
		this.ledger = ledger;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	public TopUp receive(Receipt receipt) {
		if (receipt.paidAt() != null && receipt.paidAt().isAfter(this.clock.instant())) {
			throw Problem.invalid("/paidAt", "OUT_OF_RANGE", "Money does not arrive before it is paid.");
		}
		Realm realm = this.partners.get(receipt.partnerId()).realm();
		TopUp topUp = new TopUp(Ids.next(), realm, receipt.amount(), receipt.bankSerialNumber(), receipt.channel(),
				this.clock.instant());
		if (!this.store.insert(topUp)) {
			return repeated(topUp);
		}
		this.flows.open(flow(topUp, receipt));
		this.ledger.move(new Movement(topUp.id(), EntryKind.RECHARGE, realm, this.accounts.clearing(realm).id(),
				this.accounts.ofPartner(realm).id(), topUp.amount()));
		this.outbox.announce(
				new PartnerToppedUp(realm.partnerId(), realm.ownerPartnerId(), topUp.id(), topUp.amount().amount()));
		return topUp;
	}

	private TopUp repeated(TopUp topUp) {
		TopUp first = this.store.get(topUp.bankSerialNumber());
		if (!first.sameAs(topUp)) {
			throw Problem.conflict("TOP_UP_SERIAL_NUMBER_USED",
					"This bank serial number belongs to a top-up with other content.");
		}
		return first;
	}

	private Flow flow(TopUp topUp, Receipt receipt) {
		return Flow.of(topUp, receipt, (receipt.signingEntity() != null) ? receipt.signingEntity()
				: this.payees.get(topUp.realm()).signingEntity());
	}

}
