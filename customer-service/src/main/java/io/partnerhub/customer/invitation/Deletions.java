package io.partnerhub.customer.invitation;

import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.preregistration.Deletion;
import io.partnerhub.customer.preregistration.PreRegistrations;
import io.partnerhub.platform.caller.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes pre-registrations in one go, each with its open invitation (PRE-07); one that
 * cannot be deleted keeps no other from it.
 */
@Service
class Deletions {

	private final PreRegistrations preRegistrations;

	private final Invitations invitations;

	Deletions(PreRegistrations preRegistrations, Invitations invitations) {
		this.preRegistrations = preRegistrations;
		this.invitations = invitations;
	}

	@Transactional
	List<Deletion> delete(Caller caller, List<UUID> ids) {
		List<Deletion> deletions = this.preRegistrations.delete(caller, ids);
		deletions.stream().filter(Deletion::isDone).map(Deletion::id).forEach(this.invitations::revokeFor);
		return deletions;
	}

}
