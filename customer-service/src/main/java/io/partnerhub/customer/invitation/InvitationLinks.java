package io.partnerhub.customer.invitation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes off-line links and QR codes (INV-05): one of a kind for each creator, whose tag
 * it carries. Whoever comes by an account manager's belongs to him (ASC-08).
 */
@Service
class InvitationLinks {

	private final InvitationLinkStore store;

	private final LinkTokens tokens;

	private final KnownPartners partners;

	private final InvitationSettings settings;

	private final Clock clock;

	InvitationLinks(InvitationLinkStore store, LinkTokens tokens, KnownPartners partners, InvitationSettings settings,
			Clock clock) {
		this.store = store;
		this.tokens = tokens;
		this.partners = partners;
		this.settings = settings;
		this.clock = clock;
	}

	/** A new link, or the one of this kind that the caller has already. */
	@Transactional
	Made create(Caller caller, AssociationType type, Channel channel) {
		requireCreator(caller);
		KnownPartner partner = this.partners.holdStill(caller.owner());
		partner.mayWin(type);
		InvitationLink link = new InvitationLink(Ids.next(), partner.partnerId(), partner.ownerPartnerId(),
				caller.has(Role.ACCOUNT_MANAGER) ? caller.memberId() : null, caller.memberId(), channel, type,
				caller.subject(), this.clock.instant(), null);
		if (this.store.insert(link, this.tokens.of(link.id()))) {
			return new Made(view(link, caller), true);
		}
		return this.store.findPresent(link.ownerPartnerId(), link.customTag(), type, channel)
			.map((present) -> new Made(view(present, caller), false))
			.orElseThrow(() -> Problem.conflict("CONFLICT", "The link was taken back meanwhile; try again."));
	}

	@Transactional(readOnly = true)
	InvitationLinkView get(Caller caller, UUID id) {
		return view(find(caller, id), caller);
	}

	@Transactional(readOnly = true)
	Page<InvitationLinkView> list(Caller caller, @Nullable AssociationType type, @Nullable Channel channel,
			PageQuery page) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return Page.of(this.store.list(Sight.of(caller), type, channel, page), page, InvitationLink::id)
			.map((link) -> view(link, caller));
	}

	/** The address behind a link that still works. */
	@Transactional(readOnly = true)
	String address(Caller caller, UUID id) {
		return address(find(caller, id)).orElseThrow(() -> Problem.notFound("link that works"));
	}

	/** It works for nobody any more; doing it twice changes nothing. */
	@Transactional
	void revoke(Caller caller, UUID id) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		InvitationLink link = this.store.find(id, Sight.all(caller.owner()))
			.orElseThrow(() -> Problem.notFound("invitation link"));
		if (this.store.find(link.id(), Sight.of(caller)).isEmpty()) {
			throw Problem.forbidden("ACCESS_DENIED", "This link belongs to somebody else.");
		}
		this.store.revoke(link.id(), this.clock.instant());
	}

	/** Account managers, and those who may assign customers. */
	private static void requireCreator(Caller caller) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		if (!caller.has(Role.ACCOUNT_MANAGER) && !caller.has(Role.SYSTEM_ADMIN)) {
			caller.require(Permission.ASSIGN_CUSTOMERS);
		}
	}

	private InvitationLink find(Caller caller, UUID id) {
		caller.require(Permission.VIEW_CUSTOMERS);
		return this.store.find(id, Sight.of(caller)).orElseThrow(() -> Problem.notFound("invitation link"));
	}

	private InvitationLinkView view(InvitationLink link, Caller caller) {
		return InvitationLinkView.of(link, address(link).orElse(null), caller);
	}

	private Optional<String> address(InvitationLink link) {
		return (link.revokedAt() == null) ? Optional.of(this.settings.linkBase() + this.tokens.of(link.id()).text())
				: Optional.empty();
	}

	/** The link, and whether it was made just now. */
	record Made(InvitationLinkView link, boolean isNew) {
	}

}
