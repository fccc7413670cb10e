package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.InvitationSent;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.mail.Mail;
import io.partnerhub.customer.mail.Mails;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.preregistration.Deletion;
import io.partnerhub.customer.preregistration.PreRegistration;
import io.partnerhub.customer.preregistration.PreRegistrations;
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

	private final InvitationStore store;

	private final PreRegistrations preRegistrations;

	private final KnownPartners partners;

	private final Mails mails;

	private final InvitationSettings settings;

	private final Outbox outbox;

	private final Clock clock;

	Invitations(InvitationStore store, PreRegistrations preRegistrations, KnownPartners partners, Mails mails,
			InvitationSettings settings, Outbox outbox, Clock clock) {
		this.store = store;
		this.preRegistrations = preRegistrations;
		this.partners = partners;
		this.mails = mails;
		this.settings = settings;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	InvitationView invite(Caller caller, Wish wish) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.holdStill(caller.owner());
		partner.mayWin(wish.type());
		PreRegistration prospect = this.preRegistrations.lock(caller, wish.preRegistrationId()).invitable();
		Instant now = this.clock.instant();
		InvitationToken token = InvitationToken.create();
		Invitation invitation = new Invitation(Ids.next(), partner.partnerId(), partner.ownerPartnerId(), prospect.id(),
				accountManager(caller, prospect), wish.type(), wish.language(), Invitation.State.SENT, now,
				now.plus(this.settings.validity()));
		this.store.close(prospect.id(), Invitation.State.SUPERSEDED, now);
		this.store.insert(invitation, token, queue(invitation, partner, prospect, token), caller.subject());
		this.outbox.announce(new InvitationSent(invitation.partnerId(), invitation.ownerPartnerId(), invitation.id(),
				prospect.id(), invitation.type(), invitation.expiresAt()));
		return this.store.view(invitation.id(), Sight.all(partner.ownerPartnerId()), now).orElseThrow();
	}

	@Transactional(readOnly = true)
	InvitationMail preview(Caller caller, Wish wish) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		KnownPartner partner = this.partners.get(caller.owner());
		partner.mayWin(wish.type());
		PreRegistration prospect = this.preRegistrations.get(caller, wish.preRegistrationId()).invitable();
		return mail(partner, prospect, wish.type(), wish.language(), InvitationMail.TOKEN_PLACEHOLDER);
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

	@Transactional(readOnly = true)
	InvitationView get(Caller caller, UUID id) {
		return this.store.view(id, Sight.of(caller), this.clock.instant())
			.orElseThrow(() -> Problem.notFound("invitation"));
	}

	@Transactional(readOnly = true)
	Page<InvitationView> list(Caller caller, @Nullable UUID preRegistrationId, PageQuery page) {
		return Page.of(this.store.list(Sight.of(caller), preRegistrationId, page, this.clock.instant()), page,
				InvitationView::id);
	}

	/**
	 * The inviting account manager wins the customer (ASC-08), else the one who found
	 * him.
	 */
	private static @Nullable UUID accountManager(Caller caller, PreRegistration prospect) {
		return caller.has(Role.ACCOUNT_MANAGER) ? caller.memberId() : prospect.accountManagerId();
	}

	private UUID queue(Invitation invitation, KnownPartner partner, PreRegistration prospect, InvitationToken token) {
		InvitationMail mail = mail(partner, prospect, invitation.type(), invitation.language(), token.text());
		return this.mails.queue(new Mail(partner.partnerId(), prospect.invitationAddress(), mail.subject(), mail.text(),
				invitation.expiresAt()));
	}

	private InvitationMail mail(KnownPartner partner, PreRegistration prospect, AssociationType type, Language language,
			String token) {
		return InvitationMail.render(new InvitationMail.Content(partner.name(), prospect.customerName(),
				prospect.contactName(), type, this.settings.validity().toDays(), language),
				this.settings.linkBase() + token);
	}

	/** Whom to invite, and as what. */
	record Wish(UUID preRegistrationId, AssociationType type, Language language) {
	}

}
