package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProspectEvent.InvitationSent;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.Mail;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.Deletion;
import io.partnerhub.customer.preregistration.PreRegistration;
import io.partnerhub.customer.preregistration.PreRegistrations;
import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.customer.privacy.Reveals;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites registered prospects by mail (INV-01). A new mail replaces the one before;
 * deleting the pre-registration takes the open one back (PRE-07).
 */
@Service
class Invitations {

	private static final String RESOURCE = "invitations";

	private final InvitationStore store;

	private final PreRegistrations preRegistrations;

	private final KnownPartners partners;

	private final Mails mails;

	private final Reveals reveals;

	private final InvitationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Invitations(InvitationStore store, PreRegistrations preRegistrations, KnownPartners partners, Mails mails,
			Reveals reveals, InvitationSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.preRegistrations = preRegistrations;
		this.partners = partners;
		this.mails = mails;
		this.reveals = reveals;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	InvitationView invite(Caller caller, Wish wish) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.holdStill(caller.owner());
		partner.mayWin(wish.type());
		return send(caller, partner, this.preRegistrations.lock(caller, wish.preRegistrationId()), wish);
	}

	/** A new mail with a new link in place of one that is open, or whose time is over. */
	@Transactional
	InvitationView resend(Caller caller, UUID id) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.holdStill(caller.owner());
		UUID preRegistrationId = own(caller, id).preRegistrationId();
		PreRegistration prospect = this.preRegistrations.lock(caller, preRegistrationId);
		Invitation before = this.store.lock(id).orElseThrow().replaceable();
		partner.mayWin(before.type());
		return send(caller, partner, prospect, new Wish(preRegistrationId, before.type(), before.language()));
	}

	/** Takes an open invitation back; its link says so from now on. */
	@Transactional
	InvitationView cancel(Caller caller, UUID id) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		Instant now = this.clock.instant();
		this.store.lock(own(caller, id).id()).orElseThrow().usable(now);
		this.store.revoke(id);
		return view(caller, id, now);
	}

	@Transactional(readOnly = true)
	Preview preview(Caller caller, Wish wish) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.get(caller.owner());
		partner.mayWin(wish.type());
		PreRegistration prospect = this.preRegistrations.get(caller, wish.preRegistrationId()).invitable();
		InvitationMail mail = mail(partner, prospect, wish, InvitationMail.TOKEN_PLACEHOLDER);
		return new Preview(mail.subject(), mail.text(), Notice.invoiceIssuer(wish.type()), validDays(),
				Notice.reminder(validDays(), wish.in(partner)));
	}

	/** Withdraws a pre-registration together with its open invitation (PRE-07). */
	@Transactional
	void withdraw(Caller caller, UUID preRegistrationId) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		this.preRegistrations.delete(caller, List.of(preRegistrationId)).forEach(Deletion::require);
		revokeFor(preRegistrationId);
	}

	/** Takes back the open invitation of a deleted pre-registration. */
	@Transactional
	void revokeFor(UUID preRegistrationId) {
		this.store.close(preRegistrationId, Invitation.State.REVOKED, this.clock.instant());
	}

	@Transactional
	InvitationView get(Caller caller, UUID id, Reveal reveal) {
		Reveal shown = this.reveals.permit(caller, reveal);
		InvitationView row = this.store.view(id, Sight.of(caller), this.clock.instant())
			.orElseThrow(() -> Problem.notFound("invitation"));
		record(caller, shown, List.of(row));
		return row.as(caller, validDays(), shown);
	}

	@Transactional
	Page<InvitationView> list(Caller caller, InvitationFilter filter, Reveal reveal, PageQuery page) {
		Reveal shown = this.reveals.permit(caller, reveal);
		Page<InvitationView> rows = Page.of(this.store.list(Sight.of(caller), filter, page, this.clock.instant()), page,
				InvitationView::id);
		record(caller, shown, rows.items());
		return rows.map((invitation) -> invitation.as(caller, validDays(), shown));
	}

	private void record(Caller caller, Reveal shown, List<InvitationView> rows) {
		this.reveals.record(caller, shown, RESOURCE, rows, InvitationView::id, InvitationView::accountManagerId);
	}

	private InvitationView send(Caller caller, KnownPartner partner, PreRegistration row, Wish wish) {
		PreRegistration prospect = row.invitable();
		Instant now = this.clock.instant();
		InvitationToken token = InvitationToken.create();
		Invitation invitation = new Invitation(Ids.next(), partner.partnerId(), partner.ownerPartnerId(), prospect.id(),
				accountManager(caller, prospect), caller.memberId(), wish.type(), wish.in(partner),
				Invitation.State.SENT, now, now.plus(this.settings.validity()));
		this.store.close(prospect.id(), Invitation.State.SUPERSEDED, now);
		UUID mail = queue(mail(partner, prospect, wish, token.text()), prospect, invitation.expiresAt());
		this.store.insert(invitation, token, mail, caller.subject());
		this.outbox.announce(new InvitationSent(invitation.partnerId(), invitation.ownerPartnerId(), invitation.id(),
				prospect.id(), invitation.type(), invitation.expiresAt()));
		return view(caller, invitation.id(), now);
	}

	/** Inside the partner, another's invitation is known to exist, and refused. */
	private Invitation own(Caller caller, UUID id) {
		Invitation invitation = this.store.find(id, Sight.all(caller.owner()))
			.orElseThrow(() -> Problem.notFound("invitation"));
		return this.store.find(invitation.id(), Sight.of(caller))
			.orElseThrow(() -> Problem.forbidden("ACCESS_DENIED", "This customer belongs to another account manager."));
	}

	private InvitationView view(Caller caller, UUID id, Instant now) {
		return this.store.view(id, Sight.all(caller.owner()), now)
			.orElseThrow()
			.as(caller, validDays(), this.reveals.permit(caller, Reveal.nothing()));
	}

	/**
	 * The inviting account manager wins the customer (ASC-08), else the one who found
	 * him.
	 */
	private static @Nullable UUID accountManager(Caller caller, PreRegistration prospect) {
		return caller.has(Role.ACCOUNT_MANAGER) ? caller.memberId() : prospect.accountManagerId();
	}

	private UUID queue(InvitationMail mail, PreRegistration prospect, Instant discardAt) {
		return this.mails.queue(
				new Mail(prospect.partnerId(), prospect.invitationAddress(), mail.subject(), mail.text(), discardAt));
	}

	private InvitationMail mail(KnownPartner partner, PreRegistration prospect, Wish wish, String token) {
		return InvitationMail.render(new InvitationMail.Content(partner.name(), prospect.customerName(),
				prospect.contactName(), wish.type(), validDays(), wish.in(partner)), this.settings.linkBase() + token);
	}

	private long validDays() {
		return this.settings.validity().toDays();
	}

	/** Whom to invite, as what, and in which language. */
	record Wish(UUID preRegistrationId, AssociationType type, @Nullable Language language) {

		Language in(KnownPartner partner) {
			return (this.language != null) ? this.language : partner.language();
		}

	}

	/**
	 * The mail as it would be sent, and what the page says beside it: who issues the
	 * invoices (INV-03), how long the link works, and to remind the customer (INV-04).
	 */
	record Preview(String subject, String text, String invoiceIssuer, long validDays, String reminder) {
	}

}
