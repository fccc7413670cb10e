package io.partnerhub.billing.claim;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.billing.payee.Payees;
import io.partnerhub.billing.topup.Receipt;
import io.partnerhub.billing.topup.TopUps;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings transfers and claims together and tops up what fits (TOP-02). Money on a
 * dedicated account is claimed by itself (TOP-01); what somebody else paid waits for a
 * third-party payment agreement (TOP-03).
 */
@Service
@Transactional
class Crediting {

	/** Waiting claims that one agreement credits at once; the next one finds the rest. */
	private static final int AT_ONCE = 100;

	private static final String BY_ITSELF = "dedicated-account";

	private final IncomingTransferStore transfers;

	private final ClaimStore claims;

	private final AgreementStore agreements;

	private final DedicatedAccountStore dedicated;

	private final Payees payees;

	private final KnownPartners partners;

	private final TopUps topUps;

	private final Clock clock;

	Crediting(IncomingTransferStore transfers, ClaimStore claims, AgreementStore agreements,
			DedicatedAccountStore dedicated, Payees payees, KnownPartners partners, TopUps topUps, Clock clock) {
		this.transfers = transfers;
		this.claims = claims;
		this.agreements = agreements;
		this.dedicated = dedicated;
		this.payees = payees;
		this.partners = partners;
		this.topUps = topUps;
		this.clock = clock;
	}

	/** Reported again it is the same transfer; with other content it is refused. */
	Optional<Claim> receive(IncomingTransfer transfer) {
		Optional<IncomingTransfer> known = transfer(transfer.bankSerialNumber());
		if (known.isPresent()) {
			if (!known.get().sameAs(transfer)) {
				throw Problem.conflict("TOP_UP_SERIAL_NUMBER_USED",
						"This bank serial number belongs to a transfer with other content.");
			}
			return this.claims.lock(transfer.bankSerialNumber());
		}
		this.transfers.insert(transfer);
		return claimOf(transfer).map((claim) -> match(claim, transfer));
	}

	/** From now on somebody else may pay for the partner; what waited is topped up. */
	int agree(UUID partnerId, String payerName) {
		Realm realm = this.partners.get(partnerId).realm();
		this.agreements.insert(realm, payerName, this.clock.instant());
		List<Claim> waiting = this.claims.lockMatched(realm, payerName, AT_ONCE);
		waiting.forEach((claim) -> credit(claim, this.transfers.find(claim.bankSerialNumber()).orElseThrow()));
		return waiting.size();
	}

	/** The transfer, whose claims wait until the present transaction ends. */
	Optional<IncomingTransfer> transfer(String bankSerialNumber) {
		this.transfers.lock(bankSerialNumber);
		return this.transfers.find(bankSerialNumber);
	}

	/** Refused if the partner does not say what the bank says. */
	Claim match(Claim claim, IncomingTransfer transfer) {
		if (!claim.describes(transfer)) {
			return save(claim.rejected(Claim.DETAILS_DIFFER, this.clock.instant()));
		}
		Claim matched = save(claim.matched());
		return mayPay(matched) ? credit(matched, transfer) : matched;
	}

	private Optional<Claim> claimOf(IncomingTransfer transfer) {
		return dedicatedTo(transfer).map((realm) -> {
			Claim claim = new Claim(Ids.next(), realm, transfer.bankSerialNumber(), transfer.amount(),
					transfer.payer().holder().strip(), ClaimState.SUBMITTED, null, null, BY_ITSELF,
					this.clock.instant(), null);
			this.claims.lock(transfer.bankSerialNumber())
				.ifPresent((other) -> save(other.rejected(Claim.DETAILS_DIFFER, this.clock.instant())));
			this.claims.insert(claim);
			return claim;
		}).or(() -> this.claims.lock(transfer.bankSerialNumber()));
	}

	private Optional<Realm> dedicatedTo(IncomingTransfer transfer) {
		return Optional.ofNullable(transfer.accountNumber())
			.map((number) -> this.dedicated.ownerOf(number).orElseThrow(() -> Problem.notFound("dedicated account")));
	}

	private boolean mayPay(Claim claim) {
		return this.payees.get(claim.realm()).verifiedName().equals(claim.payerName())
				|| this.agreements.exists(claim.realm(), claim.payerName());
	}

	private Claim credit(Claim claim, IncomingTransfer transfer) {
		UUID topUp = this.topUps
			.receive(Receipt.transfer(claim.realm().ownerPartnerId(), transfer.amount(), transfer.bankSerialNumber(),
					transfer.payer(), transfer.receivedAt()))
			.id();
		return save(claim.credited(topUp, this.clock.instant()));
	}

	private Claim save(Claim claim) {
		this.claims.save(claim);
		return claim;
	}

}
