package io.partnerhub.program.member;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.ETags;
import io.partnerhub.program.ProgramProperties;
import io.partnerhub.program.contact.ContactRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people into a partner, gives them roles and supervisors, and lets them go; a
 * partner always keeps an administrator. The administrators' rows are locked during every
 * change, so that changes within one partner follow each other.
 */
@Service
public class Members {

	private final MemberStore store;

	private final Outbox outbox;

	private final ProgramProperties properties;

	Members(MemberStore store, Outbox outbox, ProgramProperties properties) {
		this.store = store;
		this.outbox = outbox;
		this.properties = properties;
	}

	/** The administrator a partner starts with. */
	@Transactional
	public Member first(UUID partnerId, UUID ownerPartnerId, NewMember administrator, String by) {
		return insert(partnerId, ownerPartnerId, administrator, by);
	}

	@Transactional
	public Member add(Caller caller, NewMember person) {
		caller.require(Permission.MANAGE_MEMBERS);
		this.store.lockAdministrators(caller.tenant(), caller.owner());
		if (this.store.count(caller.tenant(), caller.owner()) >= this.properties.membersPerPartner()) {
			throw Problem.conflict("MEMBER_LIMIT_REACHED", "The partner has as many members as it may have.")
				.with("limit", this.properties.membersPerPartner());
		}
		return insert(caller.tenant(), caller.owner(), person, caller.subject());
	}

	@Transactional(readOnly = true)
	public Page<Member> list(Caller caller, PageQuery query) {
		caller.require(Permission.MANAGE_MEMBERS);
		return Page.of(this.store.list(caller.tenant(), caller.owner(), query), query, Member::id);
	}

	@Transactional(readOnly = true)
	public Member find(Caller caller, UUID id) {
		caller.require(Permission.MANAGE_MEMBERS);
		return known(caller, id);
	}

	/** The active administrators; the last one cannot leave. */
	@Transactional(readOnly = true)
	public Set<UUID> administrators(Caller caller) {
		return this.store.administrators(caller.tenant(), caller.owner());
	}

	@Transactional
	Member change(Caller caller, UUID id, @Nullable String ifMatch, MemberChange change) {
		caller.require(Permission.MANAGE_MEMBERS);
		Set<UUID> administrators = this.store.lockAdministrators(caller.tenant(), caller.owner());
		Member present = known(caller, id);
		ETags.check(ifMatch, present.version());
		if (!present.active()) {
			throw Problem.conflict("MEMBER_INACTIVE", "The member was deactivated.");
		}
		Member changed = present.changedTo(change);
		checkSupervisor(changed);
		replace(present, changed, administrators);
		return changed;
	}

	/** Deactivating somebody who is already gone changes nothing. */
	@Transactional
	public void deactivate(Caller caller, UUID id) {
		caller.require(Permission.MANAGE_MEMBERS);
		Set<UUID> administrators = this.store.lockAdministrators(caller.tenant(), caller.owner());
		Member present = known(caller, id);
		if (present.active()) {
			replace(present, present.deactivated(), administrators);
		}
	}

	/** The active member who comes with a login. */
	@Transactional(readOnly = true)
	public Optional<Member> withLogin(String issuer, String subject) {
		return this.store.findActive(issuer, subject);
	}

	private Member insert(UUID partnerId, UUID ownerPartnerId, NewMember person, String by) {
		Member member = new Member(Ids.next(), partnerId, ownerPartnerId, person.loginName(), person.displayName(),
				RoleRules.check(person.roles()), person.supervisorId(), true, person.issuer(), person.subject(),
				ContactRules.email(person.email()), ContactRules.mobile(person.mobile()), 1);
		checkSupervisor(member);
		if (this.properties.vendorOperator(member.issuer(), member.subject()).isPresent()) {
			throw loginTaken();
		}
		if (!this.store.insert(member, by)) {
			throw this.store.knowsLoginName(member) ? loginNameTaken() : loginTaken();
		}
		this.outbox.announce(member.changed());
		return member;
	}

	private Member known(Caller caller, UUID id) {
		return this.store.find(caller.tenant(), caller.owner(), id).orElseThrow(() -> Problem.notFound("member"));
	}

	private void checkSupervisor(Member member) {
		UUID id = member.supervisorId();
		Member supervisor = (id != null) ? this.store.find(member.partnerId(), member.ownerPartnerId(), id).orElse(null)
				: null;
		RoleRules.checkSupervisor(member.roles(), id != null, supervisor);
	}

	private void replace(Member present, Member changed, Set<UUID> administrators) {
		if (administrators.equals(Set.of(present.id())) && !changed.administers()) {
			throw Problem.conflict("LAST_ADMINISTRATOR", "A partner keeps at least one administrator.");
		}
		if (present.supervises() && !changed.supervises()) {
			this.store.releaseTeam(present).forEach((released) -> this.outbox.announce(released.changed()));
		}
		this.store.update(changed);
		this.outbox.announce(changed.changed());
	}

	private static Problem loginNameTaken() {
		return Problem.conflict("LOGIN_NAME_TAKEN", "Another member of the partner has or had this login name.");
	}

	private static Problem loginTaken() {
		return Problem.conflict("LOGIN_TAKEN", "This login already belongs to somebody in the hub.");
	}

}
