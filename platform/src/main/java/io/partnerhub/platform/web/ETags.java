package io.partnerhub.platform.web;

import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Updates name the version they are based on: missing answers 428, outdated 412. */
public final class ETags {

	private ETags() {
	}

	public static String of(long version) {
		return "\"" + version + "\"";
	}

	/** Refuses an update that is not based on the present version. */
	public static void check(@Nullable String ifMatch, long version) {
		if (ifMatch == null) {
			throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "IF_MATCH_REQUIRED",
					"Send the ETag you read in an If-Match header.");
		}
		if (!ifMatch.equals(of(version))) {
			throw Problem.of(HttpStatus.PRECONDITION_FAILED, "STALE", "Somebody changed it meanwhile; read it again.");
		}
	}

}
