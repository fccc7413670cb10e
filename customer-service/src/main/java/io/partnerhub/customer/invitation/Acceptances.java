package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Accounts;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.AssociationChecks;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.association.NewLink;
import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.customer.Customers;
import io.partnerhub.customer.customer.NewCustomer;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.member.KnownMembers;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.PreRegistration;
import io.partnerhub.customer.preregistration.PreRegistrations;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer reads what a link offers and accepts it, having ticked the notice (INV-08,
 * INV-10, INV-14). His record is made at the first acceptance (INV-15). Rows are locked
 * in one order: partner, pre-registration, invitation or link, customer.
 */
@Service
class Acceptances {

	private final Offers offers;

	private final Uses uses;

	private final Addressees addressees;

	private final PreRegistrations preRegistrations;

	private final KnownPartners partners;

	private final KnownMembers members;

	private final Accounts accounts;

	private final Customers customers;

	private final Associations associations;

	private final Evidences evidences;

	private final Letters letters;

	private final AssociationChecks checks;

	private final Clock clock;

	Acceptances(Offers offers, Uses uses, Addressees addressees, PreRegistrations preRegistrations,
			KnownPartners partners, KnownMembers members, Accounts accounts, Customers customers,
			Associations associations, AssociationChecks checks, Evidences evidences, Letters letters, Clock clock) {
		this.offers = offers;
		this.uses = uses;
		this.addressees = addressees;
		this.preRegistrations = preRegistrations;
		this.partners = partners;
		this.members = members;
		this.accounts = accounts;
		this.customers = customers;
		this.associations = associations;
		this.evidences = evidences;
		this.letters = letters;
		this.checks = checks;
		this.clock = clock;
	}

	/** What stands behind a link, for whoever holds it. */
	@Transactional(readOnly = true)
	Offered show(InvitationToken token) {
		Offer offer = this.offers.find(token).usable(this.clock.instant());
		KnownPartner partner = this.partners.get(offer.ownerPartnerId());
		return new Offered(offer, partner.name(), offer.languageOr(partner.language()));
	}

	/**
	 * The pre-registration that an acceptance of this caller would fulfil, if any;
	 * refuses whom the offer is not for.
	 */
	@Transactional(readOnly = true)
	Optional<UUID> prospectId(Caller caller, Offer offer) {
		return prospectId(offer, this.accounts.of(caller));
	}

	@Transactional
	Association accept(Caller caller, InvitationToken token, Consent consent) {
		requireCustomer(caller);
		Offer seen = this.offers.find(token).usable(this.clock.instant());
		Account account = this.accounts.of(caller);
		this.uses.refuseRepeat(seen, account);
		Optional<UUID> reserved = prospectId(seen, account);
		this.checks.require(caller, seen.ownerPartnerId(), seen.type(), reserved.orElse(null));
		KnownPartner partner = this.partners.holdStill(seen.ownerPartnerId());
		Optional<PreRegistration> prospect = reserved.map((id) -> this.preRegistrations.lock(seen.ownerPartnerId(), id))
			.filter((row) -> seen instanceof Invitation || row.isRegistered());
		Instant now = this.clock.instant();
		Offer offer = this.offers.lock(seen).usable(now);
		consent.requireCurrent();
		partner.mayWin(offer.type());
		Customer customer = customer(caller, account, prospect);
		this.uses.use(offer, new Uses.Visitor(customer.id(), account, prospect.isPresent()), partner, now);
		prospect.ifPresent((row) -> this.uses.fulfil(row, now));
		Association link = this.associations.begin(new NewLink(partner, customer.id(), customer.displayName(),
				customer.accountName(), offer.type(), this.members.ableToManage(offer.accountManagerId()),
				prospect.map(PreRegistration::id).orElse(null), idIf(offer instanceof Invitation, offer),
				idIf(offer instanceof InvitationLink, offer), account.openedAt()));
		Language read = consent.readIn(offer.languageOr(partner.language()));
		this.evidences.keep(link, offer, read, consent, caller, now);
		this.letters.accepted(offer, partner, customer, recipient(account, prospect));
		return link;
	}

	/** One who is a customer already, or a login that is to become one. */
	private static void requireCustomer(Caller caller) {
		if (!caller.is(Caller.Kind.CUSTOMER) && !caller.is(Caller.Kind.IDENTITY)) {
			throw Problem.forbidden("ACCESS_DENIED", "Only a customer can accept an invitation.");
		}
	}

	/**
	 * The row invited, or the one his partner has for who comes by an off-line link. The
	 * seven days of a mail hold even if the row has expired meanwhile (INV-04).
	 */
	private Optional<UUID> prospectId(Offer seen, Account account) {
		return switch (seen) {
			case Invitation invitation -> {
				this.addressees.require(invitation, account);
				yield Optional.of(invitation.preRegistrationId());
			}
			case InvitationLink link -> this.preRegistrations.findRegistered(link.ownerPartnerId(), account);
		};
	}

	private Customer customer(Caller caller, Account account, Optional<PreRegistration> prospect) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return this.customers.lock(caller.customer());
		}
		return this.customers.lockOrCreate(
				NewCustomer.ofLogin(Objects.requireNonNull(caller.issuer()), Objects.requireNonNull(caller.identity()),
						account.name(), prospect.map(PreRegistration::customerName).orElse(account.realName()),
						recipient(account, prospect), number(account, prospect), caller.email()));
	}

	private static @Nullable String recipient(Account account, Optional<PreRegistration> prospect) {
		return (account.email() != null) ? account.email() : prospect.map(PreRegistration::email).orElse(null);
	}

	private static @Nullable String number(Account account, Optional<PreRegistration> prospect) {
		return (account.mobile() != null) ? account.mobile() : prospect.map(PreRegistration::mobile).orElse(null);
	}

	private static @Nullable UUID idIf(boolean kind, Offer offer) {
		return kind ? offer.id() : null;
	}

	/** An offer that still works, who made it, and the language it speaks. */
	record Offered(Offer offer, String partnerName, Language language) {
	}

}
