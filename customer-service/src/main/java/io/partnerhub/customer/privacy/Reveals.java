package io.partnerhub.customer.privacy;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Whose personal data people see, with or without asking, and which of it is kept on
 * record.
 */
@Service
public class Reveals {

	private final io.partnerhub.platform.privacy.Reveals asked;

	private final PrivacySettings settings;

	Reveals(io.partnerhub.platform.privacy.Reveals asked, PrivacySettings settings) {
		this.asked = asked;
		this.settings = settings;
	}

	/**
	 * What the caller is shown. Refuses who may not see the columns in clear; asking for
	 * none is always allowed, and an account manager need not ask about his own customers
	 * unless the hub masks them, too.
	 */
	public Reveal permit(Caller caller, Reveal reveal) {
		this.asked.permit(caller, reveal.asked());
		boolean ownInClear = caller.has(Role.ACCOUNT_MANAGER) && !this.settings.maskOwnCustomers();
		return ownInClear ? reveal.withOwnOf(caller.memberId()) : reveal;
	}

	/**
	 * Records the rows about to be shown of which columns were asked for; what an account
	 * manager sees of his own customers is no reveal.
	 */
	public <T> void record(Caller caller, Reveal reveal, String resource, Collection<T> rows, Function<T, UUID> id,
			Function<T, @Nullable UUID> accountManager) {
		record(caller, reveal, resource,
				rows.stream().filter((row) -> !reveal.isOwn(accountManager.apply(row))).map(id).toList());
	}

	/**
	 * Records what is about to be shown, in the transaction that read it.
	 * @param resource what was listed, such as {@code customers}
	 * @param shown ids of the rows, 100 at most
	 */
	public void record(Caller caller, Reveal reveal, String resource, Collection<UUID> shown) {
		this.asked.record(caller, reveal.asked(), resource, shown);
	}

}
