package io.partnerhub.platform.idempotency;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.partnerhub.platform.problem.OutcomeUnknownException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The answer kept for repeats of a command. */
record KeptAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {

	private static final String REPLAYED = "Idempotency-Replayed";

	private static final Set<String> KEPT = Set.of("Content-Type", "Location", "ETag");

	static KeptAnswer of(CommandKey command, ContentCachingResponseWrapper answer) {
		Map<String, String> headers = new TreeMap<>();
		KEPT.forEach(
				(name) -> Optional.ofNullable(header(answer, name)).ifPresent((value) -> headers.put(name, value)));
		return new KeptAnswer(command.fingerprint(), answer.getStatus(), headers, answer.getContentAsByteArray());
	}

	private static @Nullable String header(HttpServletResponse answer, String name) {
		return name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
	}

	/** Refuses a repeat that asks for something else. */
	KeptAnswer checkedFor(CommandKey command) {
		command.requireSame(this.fingerprint);
		return this;
	}

	void writeTo(HttpServletResponse answer) {
		answer.setStatus(this.status);
		this.headers.forEach(answer::setHeader);
		answer.setHeader(REPLAYED, "true");
		try {
			answer.getOutputStream().write(this.body);
		}
		catch (IOException ex) {
			throw new OutcomeUnknownException(ex);
		}
	}

	/** For the first caller, or for one who repeats his command. */
	ResponseEntity<byte[]> entity(boolean repeated) {
		HttpHeaders all = new HttpHeaders();
		this.headers.forEach(all::set);
		if (repeated) {
			all.set(REPLAYED, "true");
		}
		return new ResponseEntity<>(this.body, all, this.status);
	}

}
