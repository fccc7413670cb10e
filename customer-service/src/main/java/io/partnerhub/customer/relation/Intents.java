package io.partnerhub.customer.relation;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds everybody a request concerns, and holds them still for a command: rows are locked
 * in the order partners, customer, request, link.
 */
@Service
class Intents {

	private final Associations associations;

	private final RelationAccountStore accounts;

	private final KnownPartners partners;

	Intents(Associations associations, RelationAccountStore accounts, KnownPartners partners) {
		this.associations = associations;
		this.accounts = accounts;
		this.partners = partners;
	}

	/** As it is now, for one who may ask for it. */
	Intent of(Actor actor, Wish wish) {
		return intent(wish, this.associations.findPresent(wish.customerId())
			.filter((present) -> actor.mayAsk(wish.kind(), present)));
	}

	/** The same for one who only looks: the customer, or who sees him at his partner. */
	Intent seenBy(Caller caller, Wish wish) {
		UUID customerId = wish.customerId();
		return intent(wish, caller.is(Caller.Kind.CUSTOMER)
				? this.associations.findPresent(caller.customer()).filter((own) -> own.customerId().equals(customerId))
				: this.associations.findPresent(customerId, Sight.of(caller.require(Permission.VIEW_CUSTOMERS))));
	}

	/** The same, held still; refuses if the link has changed meanwhile. */
	Intent lock(Intent seen) {
		KnownPartner partner = this.partners.holdStill(seen.partner().ownerPartnerId());
		KnownPartner target = (seen.target() != null) ? this.partners.holdStill(seen.target().ownerPartnerId()) : null;
		Account account = this.accounts.lock(seen.link().customerId());
		return new Intent(seen.kind(), lockLink(seen.link().customerId(), seen.link().epoch()), account, partner,
				seen.toType(), target);
	}

	/** What comes before the request in the order of locks. */
	void lockCustomer(Request request) {
		this.partners.holdStill(request.ownerPartnerId());
		Optional.ofNullable(request.toPartnerId()).ifPresent(this.partners::holdStill);
		this.accounts.lock(request.customerId());
	}

	/** What a locked request wants, with the link locked as well. */
	Intent lock(Request request) {
		Association link = lockLink(request.customerId(), request.epoch());
		KnownPartner target = (request.toPartnerId() != null) ? this.partners.get(request.toPartnerId()) : null;
		return new Intent(request.kind(), link, this.accounts.get(request.customerId()),
				this.partners.get(request.ownerPartnerId()), request.toType(), target);
	}

	private Intent intent(Wish wish, Optional<Association> present) {
		Association link = present.orElseThrow(() -> Problem.notFound("customer"));
		return new Intent(wish.kind(), link, this.accounts.get(wish.customerId()),
				this.partners.get(link.ownerPartnerId()), toType(wish, link), target(wish, link));
	}

	private Association lockLink(UUID customerId, int epoch) {
		return this.associations.lockPresent(customerId)
			.filter((link) -> link.epoch() == epoch)
			.orElseThrow(() -> Problem.conflict("CONFLICT", "The relation has changed meanwhile; look at it again."));
	}

	private static @Nullable AssociationType toType(Wish wish, Association link) {
		if (wish.kind() != RequestKind.MODEL_SWITCH) {
			return null;
		}
		if (wish.toType() == link.type()) {
			throw Problem.conflict("MODEL_SWITCH_SAME_TYPE", "The customer deals under this model already.")
				.with("associationType", link.type());
		}
		return (link.type() == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
	}

	/** A reseller of the same distributor, or the distributor itself (DIS-14). */
	private @Nullable KnownPartner target(Wish wish, Association link) {
		if (wish.kind() != RequestKind.TRANSFER) {
			return null;
		}
		KnownPartner target = this.partners.find(Objects.requireNonNull(wish.toPartnerId()))
			.filter((partner) -> partner.partnerId().equals(link.partnerId()))
			.orElseThrow(() -> Problem.notFound("partner"));
		if (target.ownerPartnerId().equals(link.ownerPartnerId())) {
			throw Problem.conflict("TRANSFER_SAME_PARTNER", "The customer belongs to this partner already.");
		}
		return target;
	}

}
