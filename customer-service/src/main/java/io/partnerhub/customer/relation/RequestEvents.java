package io.partnerhub.customer.relation;

import java.util.Objects;

import io.partnerhub.contracts.CustomerEvent;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.CustomerEvent.DisassociationRejected;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchCompleted;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRejected;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRequested;
import io.partnerhub.contracts.CustomerEvent.Outcome;
import io.partnerhub.contracts.CustomerEvent.TransferCompleted;
import io.partnerhub.contracts.CustomerEvent.TransferRejected;
import io.partnerhub.contracts.CustomerEvent.TransferRequested;

/** How each kind of request is announced (4.11); all speak of the link that is to end. */
final class RequestEvents {

	private RequestEvents() {
	}

	static CustomerEvent requested(Request request) {
		return switch (request.kind()) {
			case DISASSOCIATION -> new DisassociationRequested(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id(), request.initiator());
			case MODEL_SWITCH -> new ModelSwitchRequested(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id(), request.initiator(), request.fromType(),
					Objects.requireNonNull(request.toType()));
			case TRANSFER -> new TransferRequested(request.partnerId(), request.ownerPartnerId(), request.customerId(),
					request.epoch(), request.id(), Objects.requireNonNull(request.toPartnerId()));
		};
	}

	static CustomerEvent rejected(Request request, Outcome outcome) {
		return switch (request.kind()) {
			case DISASSOCIATION -> new DisassociationRejected(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id(), outcome);
			case MODEL_SWITCH -> new ModelSwitchRejected(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id(), outcome);
			case TRANSFER -> new TransferRejected(request.partnerId(), request.ownerPartnerId(), request.customerId(),
					request.epoch(), request.id(), outcome);
		};
	}

	static CustomerEvent completed(Request request) {
		return switch (request.kind()) {
			case DISASSOCIATION -> new DisassociationCompleted(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id());
			case MODEL_SWITCH -> new ModelSwitchCompleted(request.partnerId(), request.ownerPartnerId(),
					request.customerId(), request.epoch(), request.id());
			case TRANSFER -> new TransferCompleted(request.partnerId(), request.ownerPartnerId(), request.customerId(),
					request.epoch(), request.id());
		};
	}

}
