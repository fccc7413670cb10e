package io.partnerhub.program.servicetype;

import java.util.List;
import java.util.Set;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.event.Outbox;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.program.ProgramProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vendor adds and renames service types; whoever is signed in at the hub reads them.
 * Saying again what is known changes and announces nothing.
 */
@Service
class ServiceTypes {

	private static final Set<Caller.Kind> READERS = Set.of(Caller.Kind.VENDOR, Caller.Kind.PARTNER,
			Caller.Kind.CUSTOMER);

	private final ServiceTypeStore store;

	private final Outbox outbox;

	private final ProgramProperties properties;

	ServiceTypes(ServiceTypeStore store, Outbox outbox, ProgramProperties properties) {
		this.store = store;
		this.outbox = outbox;
		this.properties = properties;
	}

	@Transactional
	ServiceType put(Caller caller, String code, NewServiceType names) {
		return putAll(caller, List.of(names.as(Ids.next(), code))).getFirst();
	}

	/** All or none. */
	@Transactional
	List<ServiceType> putAll(Caller caller, List<ServiceType> wanted) {
		caller.require(Caller.Kind.VENDOR);
		this.store.oneAtATime();
		List<ServiceType> known = wanted.stream().map(this::put).toList();
		if (this.store.count() > this.properties.serviceTypes()) {
			throw Problem.conflict("SERVICE_TYPE_LIMIT_REACHED",
					"The dictionary holds at most " + this.properties.serviceTypes() + " service types.");
		}
		return known;
	}

	@Transactional(readOnly = true)
	Page<ServiceType> list(Caller caller, @Nullable String name, PageQuery query) {
		if (!READERS.contains(caller.kind())) {
			throw Problem.forbidden("ACCESS_DENIED", "You are not allowed to do this.");
		}
		return Page.of(this.store.list(name, query), query, ServiceType::id);
	}

	private ServiceType put(ServiceType wanted) {
		ServiceType known = this.store.find(wanted.code()).orElse(null);
		ServiceType present = (known != null)
				? new ServiceType(known.id(), wanted.code(), wanted.nameZh(), wanted.nameEn(), wanted.abbreviation())
				: wanted;
		if (!present.equals(known)) {
			this.store.save(present);
			this.outbox.announce(present.changed());
		}
		return present;
	}

}
