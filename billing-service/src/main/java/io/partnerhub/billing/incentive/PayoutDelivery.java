package io.partnerhub.billing.incentive;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.invoice.OwedInvoiceOffsets;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import io.partnerhub.billing.topup.Receipt;
import io.partnerhub.billing.topup.TopUps;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a pay-out is made of, and pays it once: by the bank, as a rebate on the
 * recharge account, or as a quota that coupon-service grants (INC-03, INC-05). What is
 * credited without an invoice is owed in invoices (INC-04).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PayoutDelivery {

	private final PayoutRequestStore requests;

	private final PayoutShareStore shares;

	private final TopUps topUps;

	private final OwedInvoiceOffsets owedInvoices;

	private final Payees payees;

	private final Outbox outbox;

	private final Clock clock;

	PayoutDelivery(PayoutRequestStore requests, PayoutShareStore shares, TopUps topUps, OwedInvoiceOffsets owedInvoices,
			Payees payees, Outbox outbox, Clock clock) {
		this.requests = requests;
		this.shares = shares;
		this.topUps = topUps;
		this.owedInvoices = owedInvoices;
		this.payees = payees;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The vendor reviews it. */
	PayoutRequest open(PayoutFacts facts, Mode mode, List<PayoutShare> shares, String operator) {
		Money total = PayoutRules.total(shares);
		Money payable = (mode == Mode.QUOTA) ? total : PayoutRules.payable(shares, facts.taxRate());
		return take(request(facts, mode, false, total, payable), shares, operator);
	}

	/** Nobody reviews it, and no invoice is needed: it is paid at once (INC-04). */
	PayoutRequest payAtOnce(PayoutFacts facts, Mode mode, List<PayoutShare> shares) {
		Money total = PayoutRules.total(shares);
		PayoutRequest request = take(request(facts, mode, true, total, total), shares, "hub");
		if (mode == Mode.ACCOUNT) {
			Realm realm = request.realm();
			this.owedInvoices.credited(realm, request.number(), shares.getFirst().incentive().taxRate(),
					this.payees.get(realm).signingEntity(), total);
		}
		return release(request);
	}

	PayoutRequest release(PayoutRequest request) {
		switch (request.mode()) {
			case QUOTA -> this.requests.move(request.id(), State.GRANTING, null, null);
			case ACCOUNT -> {
				settle(request, null);
				credit(request);
			}
			case BANK_TRANSFER -> settle(request, null);
		}
		this.outbox.announce(request.paid());
		return this.requests.find(request.id()).orElseThrow();
	}

	/** All of it is paid. */
	void settle(PayoutRequest request, @Nullable UUID quota) {
		this.shares.settle(request.id());
		this.requests.finish(request.id(), State.DONE, quota, null, this.clock.instant());
	}

	/** After the incentives: accounts are locked last. */
	private void credit(PayoutRequest request) {
		this.topUps.receive(new Receipt(request.realm().ownerPartnerId(), request.payable(), "INC-" + request.number(),
				Channel.REBATE, null, null, null, Flow.Incentive.APPROVED, null));
	}

	private PayoutRequest take(PayoutRequest request, List<PayoutShare> shares, String operator) {
		PayoutRules.requirePositive(request.total());
		this.requests.insert(request, operator);
		this.shares.take(request, shares);
		return request;
	}

	private PayoutRequest request(PayoutFacts facts, Mode mode, boolean automatic, Money total, Money payable) {
		return new PayoutRequest(Ids.next(), facts.realm(), State.PROCESSING, mode, automatic, total, payable,
				facts.taxRate(), null, null, null, null, null, this.clock.instant(), null);
	}

}
