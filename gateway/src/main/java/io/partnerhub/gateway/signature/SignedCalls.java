package io.partnerhub.gateway.signature;

import java.time.Clock;
import java.time.Instant;

import io.partnerhub.gateway.answer.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds out who signed a request, and refuses what does not hold (API-02). Only a wrong
 * signature of a known key counts towards its lock; a clock that is off or a repeated
 * call does not. Without the shared store nothing passes: 503.
 */
@Component
public class SignedCalls {

	private final Credentials credentials;

	private final KeyLocks locks;

	private final SignatureStore store;

	private final RefusedKeys refused;

	private final SignatureProperties properties;

	private final Clock clock;

	SignedCalls(Credentials credentials, KeyLocks locks, SignatureStore store, RefusedKeys refused,
			SignatureProperties properties, Clock clock) {
		this.credentials = credentials;
		this.locks = locks;
		this.store = store;
		this.refused = refused;
		this.properties = properties;
		this.clock = clock;
	}

	public SignedCall verify(ReceivedRequest request, String address) {
		SignatureHeader header = SignatureHeader.parse(request.header().apply("authorization"))
			.orElseThrow(SignedCalls::wrong);
		try {
			return verify(request, header, address);
		}
		catch (Refusal refusal) {
			tell(header.accessKey(), refusal);
			throw refusal;
		}
		catch (DataAccessException ex) {
			throw storeDown();
		}
	}

	/** Refuses a command whose very signature was used before (not the POST queries). */
	public void refuseReplay(SignedCall call) {
		if (!call.replayable()) {
			return;
		}
		Instant now = this.clock.instant();
		if (!firstSeen(call, now).isAfter(now.minus(this.properties.repeatsWithin()))) {
			Refusal refusal = Refusal.badSignature("SIGNATURE_REPLAYED",
					"verify aksk signature fail, signature was used before");
			tell(call.caller().subject(), refusal);
			throw refusal;
		}
	}

	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void purge() {
		Instant now = this.clock.instant();
		this.store.purge(now.minus(this.properties.remembered()), now.minus(this.properties.lock()));
	}

	private SignedCall verify(ReceivedRequest request, SignatureHeader header, String address) {
		if (!SignatureRules.coversHostAndDate(header)) {
			throw wrong();
		}
		if (!SignatureRules.timely(request.header().apply("x-sdk-date"), this.clock.instant())) {
			throw Refusal.badSignature("SIGNATURE_EXPIRED",
					"verify aksk signature fail, X-Sdk-Date is more than 15 minutes off");
		}
		Credential credential = this.credentials.find(header.accessKey()).orElseThrow(() -> unknown(header));
		return verify(request, header, credential, address);
	}

	private SignedCall verify(ReceivedRequest request, SignatureHeader header, Credential credential, String address) {
		if (this.locks.locked(header.accessKey(), address)) {
			throw Refusal.badSignature("ACCESS_KEY_LOCKED", "AK access failed to reach the limit,forbidden");
		}
		if (!SignatureRules.fits(request, header, credential.secret())) {
			this.locks.failed(header.accessKey(), address);
			throw wrong();
		}
		this.locks.succeeded(header.accessKey(), address);
		return new SignedCall(credential.caller(), header.signature(), SignatureRules.replayable(request, header));
	}

	/** That the hub could not look is no fault of the key. */
	private void tell(String accessKey, Refusal refusal) {
		if (refusal.status() == HttpStatus.UNAUTHORIZED.value()) {
			this.refused.tell(accessKey, refusal.code());
		}
	}

	private Instant firstSeen(SignedCall call, Instant now) {
		try {
			return this.store.firstSeen(call.signature(), now);
		}
		catch (DataAccessException ex) {
			throw storeDown();
		}
	}

	private static Refusal unknown(SignatureHeader header) {
		return Refusal.badSignature("ACCESS_KEY_UNKNOWN",
				"Get secretKey failed,ak:" + header.accessKey() + ",err:ak not exist");
	}

	private static Refusal wrong() {
		return Refusal.badSignature("SIGNATURE_INVALID", "verify aksk signature fail");
	}

	private static Refusal storeDown() {
		return Refusal.unavailable("Signatures cannot be checked at the moment; nothing was done.");
	}

}
