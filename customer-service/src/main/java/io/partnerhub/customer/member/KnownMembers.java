package io.partnerhub.customer.member;

import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.platform.event.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Answers who may be a customer's account manager. */
@Service
public class KnownMembers {

	private final KnownMemberStore store;

	KnownMembers(KnownMemberStore store) {
		this.store = store;
	}

	/**
	 * The member if he can take a customer now. One whose event has not arrived yet was
	 * certified by his token when he acted, so only a known change takes him out.
	 */
	public @Nullable UUID ableToManage(@Nullable UUID memberId) {
		if (memberId == null) {
			return null;
		}
		boolean able = this.store.find(memberId).map(KnownMember::canManage).orElse(true);
		return able ? memberId : null;
	}

	/** Whether this is an active account manager of the partner, as far as is known. */
	public boolean isManagerOf(UUID owner, UUID memberId) {
		return this.store.isManagerOf(owner, memberId);
	}

	public Optional<KnownMember> find(UUID memberId) {
		return this.store.find(memberId);
	}

	@Bean
	static Subscription memberEvents(KnownMemberStore store) {
		return Subscription.to(MemberChanged.class, store::save);
	}

}
