package io.partnerhub.program.credential;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.credential.Credential.Holder.OfCustomer;
import io.partnerhub.program.credential.Credential.Holder.OfPartner;
import io.partnerhub.program.customer.KnownCustomers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and disables access keys (API-12). A holder has a few active keys at most, so
 * that it can change them without a gap; whoever loses a secret creates another key.
 */
@Service
public class Credentials {

	private final CredentialStore store;

	private final KnownCustomers customers;

	private final SecretCipher cipher;

	private final CredentialProperties properties;

	private final Outbox outbox;

	private final Clock clock;

	Credentials(CredentialStore store, KnownCustomers customers, SecretCipher cipher, CredentialProperties properties,
			Outbox outbox, Clock clock) {
		this.store = store;
		this.customers = customers;
		this.cipher = cipher;
		this.properties = properties;
		this.outbox = outbox;
		this.clock = clock;
	}

	@Transactional
	WithSecret create(Caller caller) {
		caller.require(Permission.MANAGE_CREDENTIALS);
		OfPartner holder = new OfPartner(caller.tenant(), caller.owner());
		WithSecret created = insert(holder, caller);
		this.outbox.announce(holder.created(created.credential().accessKey()));
		return created;
	}

	@Transactional
	WithSecret createForCustomer(Caller caller, UUID customerId) {
		caller.require(Caller.Kind.VENDOR);
		this.customers.require(customerId);
		return insert(new OfCustomer(customerId), caller);
	}

	@Transactional(readOnly = true)
	Page<Credential> list(Caller caller, PageQuery query) {
		caller.require(Permission.MANAGE_CREDENTIALS);
		return Page.of(this.store.list(caller.tenant(), caller.owner(), query), query, Credential::id);
	}

	@Transactional
	void disable(Caller caller, String accessKey) {
		caller.require(Permission.MANAGE_CREDENTIALS);
		disable(this.store.lock(accessKey, caller.tenant(), caller.owner()), caller);
	}

	/** The vendor may disable any key, for instance one that leaked. */
	@Transactional
	void disableAny(Caller caller, String accessKey) {
		caller.require(Caller.Kind.VENDOR);
		disable(this.store.lock(accessKey), caller);
	}

	/** An active key with its secret, for the gateway to check signatures. */
	@Transactional(readOnly = true)
	public Optional<WithSecret> find(String accessKey) {
		return this.store.findActive(accessKey)
			.map((row) -> new WithSecret(row.credential(), this.cipher.decrypt(row.secret(), accessKey)));
	}

	private WithSecret insert(Credential.Holder holder, Caller caller) {
		Credential credential = Credential.active(Ids.next(), holder, this.clock.instant());
		Secret secret = KeyMaterial.secret();
		byte[] ciphertext = this.cipher.encrypt(secret, credential.accessKey());
		for (int slot = 1; slot <= this.properties.perHolder(); slot++) {
			if (this.store.insert(credential, ciphertext, slot, caller.subject())) {
				return new WithSecret(credential, secret);
			}
		}
		throw Problem.conflict("CREDENTIAL_LIMIT_REACHED", "Disable an access key before you create another.")
			.with("limit", this.properties.perHolder());
	}

	private void disable(Optional<Credential> found, Caller caller) {
		Credential credential = found.orElseThrow(() -> Problem.notFound("access key"));
		if (credential.state() == Credential.State.DISABLED) {
			return;
		}
		this.store.disable(credential, this.clock.instant(), caller.subject());
		if (credential.holder() instanceof OfPartner partner) {
			this.outbox.announce(partner.disabled(credential.accessKey()));
		}
	}

	/** An access key together with its secret. */
	public record WithSecret(Credential credential, Secret secret) {
	}

}
