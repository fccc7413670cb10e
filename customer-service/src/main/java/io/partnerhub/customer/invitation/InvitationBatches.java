package io.partnerhub.customer.invitation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invites many prospects with one command (INV-01): whoever cannot be invited is named
 * with the reason, and the others are invited all the same.
 */
@Service
class InvitationBatches {

	private final Invitations invitations;

	private final TransactionTemplate savepoint;

	InvitationBatches(Invitations invitations, PlatformTransactionManager transactions) {
		this.invitations = invitations;
		this.savepoint = new TransactionTemplate(transactions);
		this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** In one order of locks, whatever the order of the list. */
	@Transactional
	List<Invited> invite(Caller caller, List<UUID> preRegistrationIds, AssociationType type,
			@Nullable Language language) {
		caller.require(Permission.DEVELOP_CUSTOMERS);
		Map<UUID, Invited> invited = new HashMap<>();
		preRegistrationIds.stream()
			.sorted()
			.forEach((id) -> invited.put(id, invite(caller, new Invitations.Wish(id, type, language))));
		return preRegistrationIds.stream().map((id) -> Objects.requireNonNull(invited.get(id))).toList();
	}

	private Invited invite(Caller caller, Invitations.Wish wish) {
		try {
			InvitationView view = this.savepoint.execute((status) -> this.invitations.invite(caller, wish));
			return new Invited(wish.preRegistrationId(), Objects.requireNonNull(view).id(), null, null);
		}
		catch (Problem refused) {
			return new Invited(wish.preRegistrationId(), null, refused.code(), refused.detail());
		}
	}

	/** What became of one prospect: invited, or refused with a code. */
	record Invited(UUID preRegistrationId, @Nullable UUID invitationId, @Nullable String code,
			@Nullable String detail) {
	}

}
