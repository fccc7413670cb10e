package io.partnerhub.gateway.admission;

import java.util.Collections;
import java.util.List;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.gateway.edge.BufferedRequest;
import io.partnerhub.gateway.identity.Logins;
import io.partnerhub.gateway.route.PathTable;
import io.partnerhub.gateway.signature.ReceivedRequest;
import io.partnerhub.gateway.signature.SignedCall;
import io.partnerhub.gateway.signature.SignedCalls;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns whatever a request proves about its sender into one {@link Caller}: an OIDC
 * token, a signature, or nothing where the path is public.
 */
@Component
class Callers {

	private static final String BEARER = "Bearer";

	private final Logins logins;

	private final SignedCalls signatures;

	Callers(Logins logins, SignedCalls signatures) {
		this.logins = logins;
		this.signatures = signatures;
	}

	Admitted identify(BufferedRequest request, String address) {
		List<String> proofs = Collections.list(request.getHeaders("Authorization"));
		if (proofs.isEmpty()) {
			return new Admitted(nobody(request), null);
		}
		String proof = proofs.getFirst();
		if (proofs.size() > 1) {
			throw Refusal.unauthenticated("One Authorization header is enough.");
		}
		if (proof.split(" ", 2)[0].equalsIgnoreCase(BEARER)) {
			Caller caller = this.logins.caller(proof.substring(BEARER.length()).trim());
			return new Admitted(allowed(caller, request), null);
		}
		return signed(request, address);
	}

	void refuseReplay(Admitted admitted) {
		if (admitted.signed() != null) {
			this.signatures.refuseReplay(admitted.signed());
		}
	}

	private static Caller nobody(HttpServletRequest request) {
		if (PathTable.isPublic(request.getMethod(), request.getRequestURI())) {
			return Caller.anonymous();
		}
		throw Refusal.unauthenticated("A token or a request signature is required.");
	}

	private Admitted signed(BufferedRequest request, String address) {
		SignedCall call = this.signatures.verify(received(request), address);
		return new Admitted(allowed(call.caller(), request), call);
	}

	/**
	 * The vendor-compatible API shows the whole of a first-tier partner, so that nobody
	 * of a reseller and nobody who sees only a part may call it, whatever he proves
	 * himself with (API-11).
	 */
	private static Caller allowed(Caller caller, HttpServletRequest request) {
		if (caller.is(Caller.Kind.PARTNER) && Problems.vendorFace(request.getRequestURI())) {
			if (caller.partnerType() == PartnerType.RESELLER) {
				throw Refusal.reseller();
			}
			if (caller.scope() != DataScope.ALL) {
				throw Refusal.partOfPartner();
			}
		}
		return caller;
	}

	private static ReceivedRequest received(BufferedRequest request) {
		return new ReceivedRequest(request.getMethod(), request.getRequestURI(), request.getQueryString(),
				(name) -> once(request, name), request::bytes);
	}

	private static @Nullable String once(HttpServletRequest request, String name) {
		List<String> values = Collections.list(request.getHeaders(name));
		return (values.size() == 1) ? values.getFirst() : null;
	}

}
