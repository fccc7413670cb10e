package io.partnerhub.program.partner;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import io.partnerhub.program.ProgramProperties;
import io.partnerhub.program.member.Member;
import io.partnerhub.program.member.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor registers partners, each with its first administrator, and sets their
 * health; a partner reads about itself and a distributor about its resellers.
 */
@Service
public class Partners {

	private final PartnerStore store;

	private final Members members;

	private final Outbox outbox;

	private final ProgramProperties properties;

	private final Clock clock;

	Partners(PartnerStore store, Members members, Outbox outbox, ProgramProperties properties, Clock clock) {
		this.store = store;
		this.members = members;
		this.outbox = outbox;
		this.properties = properties;
		this.clock = clock;
	}

	@Transactional
	Registration register(Caller caller, NewPartner company) {
		caller.require(Caller.Kind.VENDOR);
		UUID distributorId = company.distributorId();
		PartnerRules.checkDistributor(company.type(), distributorId, distributor(distributorId));
		Partner partner = partner(company);
		this.store.insert(partner, caller.subject());
		this.outbox.announce(partner.registered());
		this.outbox.announce(partner.settingsChanged());
		Member administrator = this.members.first(partner.partnerId(), partner.id(), company.administrator().asMember(),
				caller.subject());
		return new Registration(partner, administrator);
	}

	@Transactional(readOnly = true)
	Page<Partner> list(Caller caller, PageQuery query) {
		caller.require(Caller.Kind.VENDOR);
		return Page.of(this.store.list(query), query, Partner::id);
	}

	/** Setting the status a partner already has changes nothing. */
	@Transactional
	Partner changeStatus(Caller caller, UUID id, PartnerStatus status) {
		caller.require(Caller.Kind.VENDOR);
		Partner partner = this.store.lock(id).orElseThrow(() -> Problem.notFound("partner"));
		if (partner.status() == status) {
			return partner;
		}
		Partner changed = partner.with(status);
		this.store.updateStatus(changed);
		this.outbox.announce(changed.statusChanged());
		return changed;
	}

	/** The partner's administrators set what concerns the partner itself. */
	@Transactional
	Partner changeSettings(Caller caller, @Nullable String ifMatch, NewSettings wanted) {
		caller.require(Permission.MANAGE_MEMBERS);
		Partner partner = this.store.lock(caller.owner()).orElseThrow(() -> Problem.notFound("partner"));
		ETags.check(ifMatch, partner.settings().version());
		return replace(partner, partner.settings().with(wanted));
	}

	/**
	 * The vendor decides which models a partner offers (INV-07); naming those he offers
	 * already changes nothing.
	 */
	@Transactional
	Partner allow(Caller caller, UUID id, Set<AssociationType> types) {
		caller.require(Caller.Kind.VENDOR);
		Partner partner = this.store.lock(id).orElseThrow(() -> Problem.notFound("partner"));
		return partner.settings().allowedAssociationTypes().equals(types) ? partner
				: replace(partner, partner.settings().with(types));
	}

	@Transactional(readOnly = true)
	Partner own(Caller caller) {
		return get(caller.owner());
	}

	@Transactional(readOnly = true)
	Page<Partner> resellers(Caller caller, PageQuery query) {
		caller.require(Permission.MANAGE_RESELLERS);
		if (caller.partnerType() != PartnerType.DISTRIBUTOR) {
			throw Problem.forbidden("ACCESS_DENIED", "Only a distributor has resellers.");
		}
		return Page.of(this.store.resellers(caller.tenant(), query), query, Partner::id);
	}

	/** A partner that surely exists, such as that of a member. */
	@Transactional(readOnly = true)
	public Partner get(UUID id) {
		return this.store.find(id).orElseThrow(() -> Problem.notFound("partner"));
	}

	private Partner replace(Partner partner, Settings settings) {
		Partner changed = partner.with(settings);
		this.store.updateSettings(changed);
		this.outbox.announce(changed.settingsChanged());
		return changed;
	}

	private @Nullable Partner distributor(@Nullable UUID id) {
		return Optional.ofNullable(id).flatMap(this.store::share).orElse(null);
	}

	private Partner partner(NewPartner company) {
		UUID id = Ids.next();
		UUID tenant = (company.distributorId() != null) ? company.distributorId() : id;
		return new Partner(
				id, tenant, company.type(), company.name(), new Settings(company.email(), company.mobile(),
						this.properties.allowedAssociationTypes(), false, null, 1),
				PartnerStatus.NORMAL, this.clock.instant());
	}

	/** A partner and the person it starts with. */
	record Registration(Partner partner, Member administrator) {
	}

}
