package io.partnerhub.customer.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.relation.Request;
import io.partnerhub.customer.relation.RequestKind;
import io.partnerhub.customer.relation.Requests;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer's own view of his relation (我的合作伙伴). */
@RestController
@Tag(name = "My partner")
class MyPartnerApi {

	private final Associations associations;

	private final KnownPartners partners;

	private final Requests requests;

	MyPartnerApi(Associations associations, KnownPartners partners, Requests requests) {
		this.associations = associations;
		this.partners = partners;
		this.requests = requests;
	}

	@GetMapping("/api/v1/my/partner")
	@Operation(summary = "The partner of the calling customer; 404 while he has none")
	MyPartner show(Caller caller) {
		Association link = this.associations.findPresent(caller.customer())
			.orElseThrow(() -> Problem.notFound("partner"));
		Optional<Request> open = this.requests.open(link.customerId());
		return new MyPartner(link.ownerPartnerId(), this.partners.get(link.ownerPartnerId()).name(), link.type(),
				link.epoch(), link.associatedAt(),
				open.filter((request) -> request.kind() == RequestKind.DISASSOCIATION)
					.map((request) -> new OpenDisassociation(request.id(), request.initiator(), request.requestedAt()))
					.orElse(null),
				open.map((request) -> new OpenRequest(request.id(), request.kind(), request.initiator(),
						request.requestedAt(), request.answerBy()))
					.orElse(null));
	}

	/**
	 * His partner.
	 *
	 * @param openRequest whatever waits for an answer, of any kind
	 */
	record MyPartner(UUID partnerId, String partnerName, AssociationType associationType, int epoch,
			Instant associatedAt, @Nullable OpenDisassociation openDisassociation, @Nullable OpenRequest openRequest) {
	}

	record OpenDisassociation(UUID id, Side initiator, Instant requestedAt) {
	}

	record OpenRequest(UUID id, RequestKind kind, Side initiator, Instant requestedAt, Instant answerBy) {
	}

}
