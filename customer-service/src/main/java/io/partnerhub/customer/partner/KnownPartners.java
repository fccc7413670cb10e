package io.partnerhub.customer.partner;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.event.Unhandleable;
import io.partnerhub.platform.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Looks partners up, and holds them still while their customers change. */
@Service
public class KnownPartners {

	private final KnownPartnerStore store;

	KnownPartners(KnownPartnerStore store) {
		this.store = store;
	}

	public Optional<KnownPartner> find(UUID owner) {
		return this.store.find(owner);
	}

	public KnownPartner get(UUID owner) {
		return known(this.store.find(owner));
	}

	/** Until the transaction ends the partner's health stays as it is. */
	public KnownPartner holdStill(UUID owner) {
		return known(this.store.findForShare(owner));
	}

	/** Commands that count a partner's rows come one at a time. */
	public KnownPartner oneAtATime(UUID owner) {
		return known(this.store.findForUpdate(owner));
	}

	@Bean
	static Subscription partnerEvents(KnownPartnerStore store) {
		return Subscription.to(PartnerRegistered.class, store::save)
			.and(PartnerStatusChanged.class, (event) -> changeStatus(store, event))
			.and(PartnerSettingsChanged.class, (event) -> changeSettings(store, event));
	}

	/** The gateway may know a new partner a moment before his event arrives here. */
	private static KnownPartner known(Optional<KnownPartner> partner) {
		return partner.orElseThrow(() -> Problem.unavailable("PARTNER_NOT_KNOWN_YET",
				"The partner's registration has not arrived yet; nothing was done.", Duration.ofSeconds(2)));
	}

	private static void changeSettings(KnownPartnerStore store, PartnerSettingsChanged event) {
		if (!store.setSettings(event)) {
			throw new Unhandleable("unknown partner " + event.ownerPartnerId());
		}
	}

	private static void changeStatus(KnownPartnerStore store, PartnerStatusChanged event) {
		if (!store.setStatus(event.ownerPartnerId(), event.status())) {
			throw new Unhandleable("unknown partner " + event.ownerPartnerId());
		}
	}

}
