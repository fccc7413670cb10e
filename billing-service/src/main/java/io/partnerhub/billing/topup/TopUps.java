package io.partnerhub.billing.topup;

import java.time.Clock;
import java.util.UUID;

import io.partnerhub.billing.ledger.Accounts;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Ledger;
import io.partnerhub.billing.ledger.Movement;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor reports money that arrived for a partner (9.2). Reported again it is the
 * same top-up; the same bank serial number with other content is refused (TOP-04).
 */
@Service
class TopUps {

	private final TopUpStore store;

	private final KnownPartners partners;

	private final Accounts accounts;

	private final Ledger ledger;

	private final Outbox outbox;

	private final Clock clock;

	TopUps(TopUpStore store, KnownPartners partners, Accounts accounts, Ledger ledger, Outbox outbox, Clock clock) {
		this.store = store;
		this.partners = partners;
		this.accounts = accounts;
		this.ledger = ledger;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	TopUp receive(UUID partnerId, Money amount, String bankSerialNumber, TopUp.Channel channel) {
		Realm realm = this.partners.get(partnerId).realm();
		TopUp topUp = new TopUp(Ids.next(), realm, amount, bankSerialNumber, channel, this.clock.instant());
		if (!this.store.insert(topUp)) {
			return repeated(topUp);
		}
		this.ledger.move(new Movement(topUp.id(), EntryKind.RECHARGE, realm, this.accounts.clearing(realm).id(),
				this.accounts.ofPartner(realm).id(), amount));
		this.outbox
			.announce(new PartnerToppedUp(realm.partnerId(), realm.ownerPartnerId(), topUp.id(), amount.amount()));
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

}
