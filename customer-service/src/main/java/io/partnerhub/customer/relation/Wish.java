package io.partnerhub.customer.relation;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param toType the model wanted, for a switch; the other one if left out
 * @param toPartnerId who is to get the customer, for a transfer
 */
record Wish(RequestKind kind, UUID customerId, @Nullable AssociationType toType, @Nullable UUID toPartnerId,
		String reason) {

	static Wish end(UUID customerId, String reason) {
		return new Wish(RequestKind.DISASSOCIATION, customerId, null, null, reason);
	}

	static Wish changeModel(UUID customerId, @Nullable AssociationType toType, String reason) {
		return new Wish(RequestKind.MODEL_SWITCH, customerId, toType, null, reason);
	}

	static Wish move(UUID customerId, UUID toPartnerId, String reason) {
		return new Wish(RequestKind.TRANSFER, customerId, null, toPartnerId, reason);
	}

}
