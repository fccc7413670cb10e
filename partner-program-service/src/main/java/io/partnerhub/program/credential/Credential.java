package io.partnerhub.program.credential;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.contracts.ProgramEvent.ApiClientCreated;
import io.partnerhub.contracts.ProgramEvent.ApiClientDisabled;
import org.jspecify.annotations.Nullable;

/** An access key and whom it stands for; it never carries its secret. */
public record Credential(UUID id, String accessKey, Holder holder, State state, Instant createdAt,
		@Nullable Instant disabledAt) {

	static Credential active(UUID id, Holder holder, Instant now) {
		return new Credential(id, KeyMaterial.accessKey(), holder, State.ACTIVE, now, null);
	}

	/** Whether a key still opens the door. */
	public enum State {

		ACTIVE, DISABLED

	}

	/** Who holds a key. */
	public sealed interface Holder {

		/** A partner: the key acts with the rights of its main account. */
		record OfPartner(UUID partnerId, UUID ownerPartnerId) implements Holder {

			ApiClientCreated created(String accessKey) {
				return new ApiClientCreated(this.partnerId, this.ownerPartnerId, accessKey);
			}

			ApiClientDisabled disabled(String accessKey) {
				return new ApiClientDisabled(this.partnerId, this.ownerPartnerId, accessKey);
			}

		}

		/** A customer, in no tenant. */
		record OfCustomer(UUID customerId) implements Holder {
		}

	}

}
