package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.AssociationChecks;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.association.NewLink;
import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.customer.Customers;
import io.partnerhub.customer.customer.NewCustomer;
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
 * A customer reads an invitation and accepts it: once, in time, having accepted the
 * notice (INV-08, INV-10, INV-14). His record is made at the first acceptance (INV-15).
 * Rows are locked in one order: partner, pre-registration, invitation, customer.
 */
@Service
class Acceptances {

	private final InvitationStore store;

	private final PreRegistrations preRegistrations;

	private final KnownPartners partners;

	private final KnownMembers members;

	private final Customers customers;

	private final Associations associations;

	private final AssociationChecks checks;

	private final Clock clock;

	Acceptances(InvitationStore store, PreRegistrations preRegistrations, KnownPartners partners, KnownMembers members,
			Customers customers, Associations associations, AssociationChecks checks, Clock clock) {
		this.store = store;
		this.preRegistrations = preRegistrations;
		this.partners = partners;
		this.members = members;
		this.customers = customers;
		this.associations = associations;
		this.checks = checks;
		this.clock = clock;
	}

	/** What stands behind a link, for whoever holds it. */
	@Transactional(readOnly = true)
	Offer show(InvitationToken token) {
		Invitation invitation = this.store.find(token).orElseThrow(Acceptances::notFound).usable(this.clock.instant());
		return new Offer(invitation, this.partners.get(invitation.ownerPartnerId()).name());
	}

	@Transactional
	Association accept(Caller caller, InvitationToken token, Consent consent) {
		requireCustomer(caller);
		Invitation seen = this.store.find(token).orElseThrow(Acceptances::notFound).usable(this.clock.instant());
		this.checks.require(caller, seen.ownerPartnerId(), seen.type(), seen.preRegistrationId());
		KnownPartner partner = this.partners.holdStill(seen.ownerPartnerId());
		PreRegistration prospect = this.preRegistrations.lock(seen.ownerPartnerId(), seen.preRegistrationId());
		Instant now = this.clock.instant();
		Invitation invitation = this.store.lock(token).orElseThrow().usable(now);
		consent.requireCurrent();
		partner.mayWin(invitation.type());
		Customer customer = customer(caller, prospect);
		Evidence evidence = new Evidence(customer.id(), consent.noticeVersion(), caller.subject(), consent.address(),
				now);
		if (!this.store.use(invitation.id(), evidence)) {
			throw Problem.conflict("INVITE_USED", "This invitation has been accepted already.");
		}
		this.preRegistrations.moveTo(prospect.id(), PreRegistration.State.ASSOCIATED);
		return this.associations.begin(new NewLink(partner, customer.id(), customer.displayName(),
				customer.accountName(), invitation.type(), this.members.ableToManage(invitation.accountManagerId()),
				prospect.id(), invitation.id(), null, caller.openedAt()));
	}

	/** One who is a customer already, or a login that is to become one. */
	private static void requireCustomer(Caller caller) {
		if (!caller.is(Caller.Kind.CUSTOMER) && !caller.is(Caller.Kind.IDENTITY)) {
			throw Problem.forbidden("ACCESS_DENIED", "Only a customer can accept an invitation.");
		}
	}

	private Customer customer(Caller caller, PreRegistration prospect) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return this.customers.lock(caller.customer());
		}
		return this.customers.lockOrCreate(NewCustomer.ofLogin(Objects.requireNonNull(caller.issuer()),
				Objects.requireNonNull(caller.identity()), caller.subject(), prospect.customerName(),
				(caller.email() != null) ? caller.email() : prospect.email(), prospect.mobile()));
	}

	private static Problem notFound() {
		return Problem.of(org.springframework.http.HttpStatus.NOT_FOUND, "INVITE_NOT_FOUND",
				"There is no invitation behind this link.");
	}

	/** An invitation that still works, and who sent it. */
	record Offer(Invitation invitation, String partnerName) {
	}

	/** What the customer ticked, and where from. */
	record Consent(String noticeVersion, @Nullable String address) {

		void requireCurrent() {
			if (!this.noticeVersion.equals(Notice.VERSION)) {
				throw Problem.conflict("NOTICE_OUTDATED", "The notice has changed; read the present one.")
					.with("noticeVersion", Notice.VERSION);
			}
		}

	}

	/**
	 * Which version of the notice was accepted, by whom, when and from where (INV-14).
	 */
	record Evidence(UUID customerId, String noticeVersion, String login, @Nullable String address, Instant at) {
	}

}
